// A free text long enough for a story, with nothing beside it that says what not to write there (domain.md).
import { noticeForNew, withNotice } from '../editing/notices.ts'
import { noticesByQuestion, noticesIn } from '../text-notices.ts'
import { calledOf, isNode, type Reading, type Spot, setting, type Told } from './reading.ts'

/** Long texts, and tables with a column of them, without a notice. */
export const noticesMissingIn = ({ content, spots }: Reading): Told[] => {
  const { info } = content
  const beside = noticesByQuestion(noticesIn(info.notices))
  const prefilled = isNode(info.prefilled) ? info.prefilled : {}
  const takes = info.notices === undefined || Array.isArray(info.notices)
  const missing = spots.filter(
    (spot) =>
      spot.kind === 'question' &&
      spot.name !== '' &&
      isLongText(spot, spots) &&
      spot.json.readOnly !== true &&
      !beside.has(spot.name) &&
      !Object.hasOwn(prefilled, spot.name),
  )
  return missing.map((spot): Told => {
    const { notices = [] } = withNotice(info, spot.name, noticeForNew(content))
    return {
      check: 'no-notice',
      path: spot.path,
      question: spot.name,
      detail: `« ${calledOf(spot)} » : rien ne dit à côté de ce texte libre ce qu’il ne faut pas y écrire.`,
      fix: takes ? setting(['info', 'notices'], notices, 'Ajouter l’avertissement') : undefined,
    }
  })
}

const isLongText = (spot: Spot, spots: readonly Spot[]): boolean =>
  spot.type === 'comment' ||
  (spot.type.startsWith('matrixd') &&
    spots.some(
      ({ kind, holder, json }) =>
        kind === 'column' && holder === spot && (json.cellType ?? spot.json.cellType) === 'comment',
    ))
