// JSON for programs: the answers exactly as they were transmitted, so that the fingerprint of the receipt can be
// verified, with the code book beside them.
import { codeBookOf } from '../../forms/exports/code-book.ts'
import { dossierColumns } from '../../forms/exports/dossier-columns.ts'
import { type Format, piecesOf, type Subject } from './format.ts'

const STREAM = 'dossiers'

/** One document; a line a dossier. */
export const jsonFormat = ({ campaign, layout, asked }: Subject): Format => ({
  mediaType: 'application/json',
  add: (dossier, draft) => {
    const told = {
      ...Object.fromEntries(dossierColumns.map(({ code, read }) => [code, read(dossier) ?? null])),
      empreinte: dossier.submission?.receipt.sha256 ?? null,
      reponses: dossier.submission?.answers ?? null,
    }
    const comma = draft.countOf(STREAM) > 0 ? ',\n' : '\n'
    draft.add(STREAM, Buffer.from(comma + JSON.stringify(told)))
  },
  pieces: (state) => [
    Buffer.from(
      `{\n"campagne": ${JSON.stringify({
        id: campaign.id,
        titre: campaign.title,
        caf: campaign.cafName,
        questionnaire: campaign.formId,
        anneeScolaire: campaign.schoolYear,
        fuseau: campaign.zone,
      })},\n"demandeLe": ${JSON.stringify(asked.askedAt)},\n"notes": ${JSON.stringify(notes)},\n"dictionnaire": ${JSON.stringify(
        codeBookOf(layout, (list) => list || 'dossier'),
      )},\n"dossiers": [`,
    ),
    ...piecesOf(STREAM, state),
    Buffer.from('\n]\n}\n'),
  ],
})

const notes = [
  'Un dossier par ligne, y compris ceux qui n’ont rien transmis (reponses : null). Un brouillon n’est pas une réponse.',
  'reponses : telles que transmises. Les choix y sont des codes, les montants des centimes entiers. L’empreinte du reçu (SHA-256 du JSON canonique, RFC 8785) est celle de ces réponses.',
  'Le dictionnaire dit, pour chaque code, l’intitulé, la nature, les valeurs possibles et les versions du questionnaire.',
]
