// The version to publish of a campaign's results: no text, no name, nothing of fewer than five dossiers, and nothing from
// which that could be computed.
import type { Bar, CampaignResults, Figures, Part, QuestionResult } from '../results-wire.ts'
import { type Hidden, hiddenIn, isOfDocuments } from './hidden.ts'
import type { Links } from './links.ts'
import { discreetNumbers, FEWEST, hiddenNumbers, hideBars, joinSmall } from './secrecy.ts'

/** The same results as they may be published. */
export const publishable = (results: CampaignResults, links: Links): CampaignResults => {
  const { transmitted, dossiers } = results
  const others = (transmitted ?? 0) - (dossiers ?? 0)
  // Those left out by the filters are a group of few as well: the difference with the whole tells of them.
  const isFew = (dossiers ?? 0) < FEWEST || (others > 0 && others < FEWEST)
  const hidden = hiddenIn(results, links)
  return {
    ...results,
    isPublished: true,
    transmitted: isFew && others > 0 ? null : shownOr(transmitted),
    dossiers: isFew ? null : dossiers,
    filters: results.filters.map((filter) => ({
      ...filter,
      options: filter.options
        .filter(({ value, dossiers: of }) => (of ?? 0) >= FEWEST || value === filter.chosen)
        .map((option) => ({ ...option, dossiers: null })),
    })),
    questions: results.questions.map((question) =>
      isFew ? withheld(question, 'few') : publishedQuestion(question, hidden),
    ),
  }
}

const shownOr = (count: number | null): number | null => (count !== null && count >= FEWEST ? count : null)

const withheld = <P extends Part>(part: P, why: 'few' | 'linked' | 'texts'): P => ({
  ...part,
  answered: null,
  shown: null,
  ...('asked' in part ? { asked: null } : {}),
  figures: { kind: 'withheld', why },
})

const publishedQuestion = (question: QuestionResult, hidden: Hidden): QuestionResult => {
  const why = hidden.withheld.get(question.path)
  if (why) return withheld(question, why)
  return { ...published(question, hidden), asked: shownOr(question.asked) }
}

const published = <P extends Part>(part: P, hidden: Hidden): P => {
  const { figures } = part
  const of = { ...part, answered: shownOr(part.answered), shown: shownOr(part.shown) }
  if (figures.kind === 'texts') return { ...of, figures: { kind: 'withheld', why: 'texts' } }
  if (figures.kind === 'numbers' && hidden.sums.has(part.path))
    return { ...of, answered: null, figures: { ...figures, numbers: hiddenNumbers } }
  // How many gave a document is how many answered.
  const told = publishedFigures(figures, hidden)
  if (told.kind === 'numbers' && hidden.decisive.has(part.path))
    return { ...of, figures: { ...told, numbers: { ...told.numbers, bins: null } } }
  return { ...of, ...(isOfDocuments(figures) ? { answered: null } : {}), figures: told }
}

const publishedFigures = (figures: Figures, hidden: Hidden): Figures => {
  switch (figures.kind) {
    case 'choices': {
      const { remarks: _, ...told } = figures
      const bars = hideBars(figures.bars)
      const isWhole = bars.every(({ count }) => count !== null)
      // The mean of a scale is a sum of its bars.
      return {
        ...told,
        bars: figures.isShortened ? joinHidden(bars) : bars,
        ...(isWhole ? {} : { mean: null, median: null }),
      }
    }
    case 'ranking': {
      const bars = hideBars(figures.bars)
      const isWhole = bars.every(({ count }) => count !== null)
      return { ...figures, bars: isWhole ? bars : bars.map((bar) => ({ ...bar, rank: null })) }
    }
    case 'numbers':
      return { ...figures, numbers: discreetNumbers(figures.numbers) }
    case 'dates': {
      if ((figures.dossiers ?? 0) < FEWEST) return { kind: 'withheld', why: 'few' }
      const isOneEach = figures.count === figures.dossiers
      const months = isOneEach
        ? joinSmall(figures.months ?? [], (a, b) => ({ from: a.from, to: b.to, count: a.count + b.count }))
        : []
      const isMany = (figures.dossiers ?? 0) >= 2 * FEWEST
      return {
        ...figures,
        first: null,
        last: null,
        median: isMany ? figures.median : null,
        months: months.length > 1 ? months : null,
      }
    }
    case 'matrix':
      return {
        ...figures,
        rows: figures.rows.map((row) => ({
          ...row,
          answered: shownOr(row.answered),
          bars: hideBars(row.bars),
        })),
      }
    case 'list':
      return { ...figures, parts: figures.parts.map((part) => published(part, hidden)) }
    case 'table':
      return {
        ...figures,
        rows: figures.rows.map((row) => ({
          ...row,
          parts: row.parts.map((part) => published(part, hidden)),
        })),
        totals: figures.totals.map((part) => published(part, hidden)),
      }
    default:
      return figures.kind === 'texts' ? { kind: 'withheld', why: 'texts' } : figures
  }
}

/** Where only what was chosen is told (the communes), who has fewer than five must not be told from who has none. */
const joinHidden = (bars: readonly Bar[]): Bar[] => {
  const shown = bars.filter(({ count }) => count !== null)
  if (shown.length === bars.length) return shown
  return [...shown, { code: '', text: 'Autres réponses, regroupées', count: null, dossiers: null }]
}
