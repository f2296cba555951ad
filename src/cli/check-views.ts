import { join } from 'node:path'
import { checkTemplates } from './check-views/check.ts'
import { readTemplates } from './check-views/template.ts'

const root = process.cwd()
const templates = readTemplates(root)
const { findings, elsewhere } = checkTemplates(templates, {
  root,
  tsc: join(root, 'node_modules', '.bin', 'tsc'),
  keep: process.argv.includes('--keep'),
})

for (const { file, line, message } of findings) console.error(`${file}:${line}  ${message}`)
if (elsewhere > 0) console.error(`src/ has ${elsewhere} type errors of its own; see npx tsc -p tsconfig.json`)
if (findings.length > 0) process.exitCode = 1
else console.log(`${templates.length} templates checked, nothing to put right`)
