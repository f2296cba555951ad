import type { RelationKind } from '../../domain/relation.ts'
import { fill, type Words } from '../../i18n/words.ts'

/** „Lesekreis ist Mitglied von Netzwerk“: a relation as it reads from where it starts. */
export function sayRelation(
  kind: RelationKind,
  names: { readonly from: string; readonly to: string },
  { deskRelations }: Words,
): string {
  return fill(deskRelations.sentences[kind].from, names)
}
