import { type Compilable, type CompileOptions, compileTemplates } from './compile.ts'
import { emitTemplate, type Output } from './emit.ts'
import { mask, type Place, readMarkup } from './markup.ts'
import { beginsAddress, type Remark, remarksOnMarkup, remarksOnPiece } from './markup-rules.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { syntaxFindings } from './syntax.ts'
import { type Finding, lineAt, type Template } from './template.ts'

/** A report on all templates; `elsewhere` counts the compiler's messages about `src/` itself. */
export type Report = { readonly findings: readonly Finding[]; readonly elsewhere: number }

const LONGEST_TEMPLATE = 80

type Examined = { readonly findings: readonly Finding[]; readonly compilable: Compilable | null }

/** Checks markup, words and types of the templates; findings are sorted by file and line. */
export function checkTemplates(templates: readonly Template[], options: CompileOptions): Report {
  const examined = templates.map(examine)
  const compilables = examined.flatMap(({ compilable }) => (compilable === null ? [] : [compilable]))
  const compiled = compileTemplates(templates, compilables, options)
  const findings = [...examined.flatMap((each) => each.findings), ...compiled.findings]
  findings.sort((one, other) =>
    one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
  )
  return { findings, elsewhere: compiled.elsewhere }
}

/** What can be said about one template without the compiler. */
function examine(template: Template): Examined {
  const { file, source } = template
  const long = tooLong(template)
  try {
    const pieces = piecesOf(source)
    const markup = readMarkup(mask(source, pieces))
    const placeOf = (piece: Piece): Place => markup.places.get(piece.start) ?? { at: 'text' }
    const outputOf = (piece: Piece): Output =>
      piece.kind === 'raw' ? '$raw' : beginsAddress(placeOf(piece)) ? '$href' : '$text'
    const remarks = [
      ...remarksOnMarkup(markup),
      ...pieces.flatMap((piece) => remarksOn(piece, placeOf(piece))),
    ]
    const findings = remarks.map(({ offset, message }) => ({ file, line: lineAt(source, offset), message }))
    const emitted = emitTemplate(template, pieces, outputOf)
    const syntax = syntaxFindings(template, emitted)
    const compilable = syntax.length === 0 ? { template, emitted } : null
    return { findings: [...long, ...findings, ...syntax], compilable }
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    const line = Number(/at line (\d+)/.exec(first)?.[1] ?? 1)
    return { findings: [...long, { file, line, message: first }], compilable: null }
  }
}

function remarksOn(piece: Piece, place: Place): Remark[] {
  const silenced = piece.code.includes('@ts-')
    ? [{ offset: piece.start, message: 'a comment that silences the compiler' }]
    : []
  return piece.kind === 'run' ? silenced : [...silenced, ...remarksOnPiece(piece, place)]
}

function tooLong({ file, source }: Template): Finding[] {
  const lines = source.trimEnd().split('\n').length
  if (lines <= LONGEST_TEMPLATE) return []
  return [
    {
      file,
      line: LONGEST_TEMPLATE + 1,
      message: `${lines} lines; a template has at most ${LONGEST_TEMPLATE}`,
    },
  ]
}
