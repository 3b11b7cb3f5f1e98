// What travels of a campaign's results: how many answered what. `null` stands for what a version to publish does not
// show. A place in answers is a pointer, `*` for every line of a list: `/collectifs/*/niveau`.
import * as z from 'zod'
import { Instant, ResponseId } from './nouns/scalars.ts'
import { FilterKind } from './result-marks.ts'

/** How many; null where it is not shown. */
const Cell = z.int().nonnegative().nullable()
/** A number computed of answers: cents where they are money. Null where there is none, or it is not shown. */
const Amount = z.number().nullable()
const Named = z.object({ code: z.string(), text: z.string() })

/** How often one choice was made, and in how many dossiers: fewer, where a dossier answers by the line. */
export const Bar = Named.extend({ count: Cell, dossiers: Cell })
export type Bar = z.infer<typeof Bar>

/** How many values stand between two bounds, the upper one excluded; an end that is not told is open. */
export const Bin = z.object({
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** Of one value: `from` alone tells it. */
  isValue: z.boolean(),
  count: z.int().nonnegative(),
})
export type Bin = z.infer<typeof Bin>

/** What numbers come to. */
export const Numbers = z.object({
  count: Cell,
  /** In how many dossiers there are some, and in how many one that is not 0. */
  dossiers: Cell,
  notZero: Cell,
  sum: Amount,
  mean: Amount,
  median: Amount,
  q1: Amount,
  q3: Amount,
  min: Amount,
  max: Amount,
  /** In how many dossiers the least stands, and the most. */
  atMin: Cell,
  atMax: Cell,
  bins: z.array(Bin).nullable(),
})
export type Numbers = z.infer<typeof Numbers>

/** A text as somebody wrote it, and in which dossier. */
const WrittenText = z.object({
  text: z.string(),
  response: ResponseId,
  projectName: z.string(),
  organisationName: z.string(),
})
export type WrittenText = z.infer<typeof WrittenText>

const Texts = z.object({
  kind: z.literal('texts'),
  items: z.array(WrittenText),
  /** Whether there are more: GET /campaigns/{id}/results/texts. */
  more: z.boolean(),
})

const Choices = z.object({
  kind: z.literal('choices'),
  /** Several may be made: shares do not sum to 100. */
  isSeveral: z.boolean(),
  /** Of a long list, only what was chosen is told. */
  isShortened: z.boolean(),
  bars: z.array(Bar),
  /** Of a scale of numbers. */
  mean: Amount,
  median: Amount,
  /** What was written beside a choice. */
  remarks: z.object({ path: z.string(), count: z.int(), texts: Texts }).optional(),
})

const Ranking = z.object({
  kind: z.literal('ranking'),
  /** How often each was ranked first, and its mean rank. */
  bars: z.array(Bar.extend({ rank: Amount })),
})

const Dates = z.object({
  kind: z.literal('dates'),
  count: Cell,
  dossiers: Cell,
  first: z.string().nullable(),
  median: z.string().nullable(),
  last: z.string().nullable(),
  /** By month, `2024-09`. */
  months: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })).nullable(),
})

const Matrix = z.object({
  kind: z.literal('matrix'),
  columns: z.array(Named),
  rows: z.array(Named.extend({ answered: Cell, bars: z.array(Bar) })),
})

/** What a version to publish tells instead: too few answered, it would tell what is not shown, or it is no statistic. */
const Withheld = z.object({ kind: z.literal('withheld'), why: z.enum(['few', 'linked', 'texts']) })

type TableFigures = {
  readonly kind: 'table'
  readonly columns: readonly z.infer<typeof Named>[]
  readonly rows: readonly (z.infer<typeof Named> & { readonly parts: readonly Part[] })[]
  /** Of columns of numbers, what each dossier's rows sum to. */
  readonly totals: readonly Part[]
}
type ListFigures = {
  readonly kind: 'list'
  /** How many lines there are in all; absent for what is no list, only several questions under one title. */
  readonly lines?: number | null | undefined
  readonly parts: readonly Part[]
}

export type Figures =
  | z.infer<typeof Choices>
  | z.infer<typeof Ranking>
  | { readonly kind: 'numbers'; readonly isMoney: boolean; readonly numbers: Numbers }
  | z.infer<typeof Dates>
  | z.infer<typeof Matrix>
  | z.infer<typeof Texts>
  | z.infer<typeof Withheld>
  | TableFigures
  | ListFigures

/** A question, or what stands inside one. */
export type Part = {
  readonly path: string
  readonly title: string
  /** How many answered, of how many who were asked: dossiers, or lines of a list. */
  readonly answered: number | null
  readonly shown: number | null
  readonly figures: Figures
}

const Figures: z.ZodType<Figures> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    Choices,
    Ranking,
    z.object({ kind: z.literal('numbers'), isMoney: z.boolean(), numbers: Numbers }),
    Dates,
    Matrix,
    Texts,
    Withheld,
    z.object({
      kind: z.literal('table'),
      columns: z.array(Named),
      rows: z.array(Named.extend({ parts: z.array(Part) })),
      totals: z.array(Part),
    }),
    z.object({ kind: z.literal('list'), lines: Cell.optional(), parts: z.array(Part) }),
  ]),
)
const partShape = {
  path: z.string(),
  title: z.string(),
  answered: Cell,
  shown: Cell,
  figures: Figures,
}
const Part: z.ZodType<Part> = z.lazy(() => z.object(partShape))

export const QuestionResult = z.object({
  ...partShape,
  section: z.string(),
  /** How many dossiers are of a version that asks it. */
  asked: Cell,
  /** Whether `shown` counts only those of whom it is certain: its condition is not one that is read here. */
  isAtLeast: z.boolean(),
  /** The versions that ask it, where those of the campaign do not all. */
  versions: z.array(z.int()).optional(),
})
export type QuestionResult = z.infer<typeof QuestionResult>

/** What results may be narrowed by, with the values that dossiers hold; how many is not told in a version to publish. */
const FilterView = z.object({
  name: z.string(),
  label: z.string(),
  by: FilterKind,
  options: z.array(z.object({ value: z.string(), text: z.string(), dossiers: Cell })),
  chosen: z.string().optional(),
})
export type FilterView = z.infer<typeof FilterView>

/** GET /campaigns/{id}/results */
export const CampaignResults = z.object({
  campaignTitle: z.string(),
  formTitle: z.string(),
  schoolYear: z.string(),
  closesAt: Instant,
  zone: z.string(),
  isPublished: z.boolean(),
  /** How many dossiers were transmitted, and how many of them the filters let through. */
  transmitted: Cell,
  dossiers: Cell,
  filters: z.array(FilterView),
  questions: z.array(QuestionResult),
  now: Instant,
})
export type CampaignResults = z.infer<typeof CampaignResults>

/** GET /campaigns/{id}/results/texts?question=&from= */
export const TextsPage = z.object({ items: z.array(WrittenText), next: z.string().optional() })
export type TextsPage = z.infer<typeof TextsPage>
