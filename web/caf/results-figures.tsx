import type { JSX } from 'preact'
import type { Figures, Part } from '../../forms/results-wire.ts'
import { counted } from './campaign-words.ts'
import { ChoicesFigure, RankingFigure } from './results-bars.tsx'
import { MatrixFigure, TableFigure } from './results-grid.tsx'
import { DatesFigure, NumbersFigure } from './results-numbers.tsx'
import { TextsFigure } from './results-texts.tsx'
import { partWords } from './results-words.ts'

/** Where texts are read on from: the campaign, and the filters that hold. */
export type Reading = { readonly campaignId: string; readonly query: string }

const withheldWords = {
  few: 'Non publié : trop peu de dossiers pour que personne ne soit reconnu.',
  linked:
    'Non publié : ces chiffres permettraient de retrouver ceux d’une autre question, masqués parce qu’ils portent sur moins de cinq dossiers.',
  texts: 'Les textes écrits par les partenaires ne sont pas publiés.',
} as const

type Props = {
  readonly part: Part
  readonly reading: Reading
  /** Whether it stands in a list: what is counted is lines. */
  readonly isByLine?: boolean
}

/** What the answers to a question come to: drawn, with the table that the drawing is of. */
export const PartFigures = ({ part, reading, isByLine = false }: Props): JSX.Element => {
  const { figures, title, answered, path } = part
  if (figures.kind === 'withheld') return <p class="note">{withheldWords[figures.why]}</p>
  if (figures.kind === 'choices') {
    const { remarks } = figures
    return (
      <>
        <ChoicesFigure {...{ figures, title, answered, isByLine }} />
        {remarks ? (
          <>
            <h4>Précisions écrites à côté</h4>
            <TextsFigure
              key={reading.query}
              {...reading}
              path={remarks.path}
              title={`${title}, précisions`}
              count={remarks.count}
              texts={remarks.texts}
            />
          </>
        ) : null}
      </>
    )
  }
  if (figures.kind === 'ranking') return <RankingFigure bars={figures.bars} title={title} />
  if (figures.kind === 'numbers')
    return <NumbersFigure numbers={figures.numbers} isMoney={figures.isMoney} title={title} />
  if (figures.kind === 'dates') return <DatesFigure figures={figures} title={title} />
  if (figures.kind === 'matrix') return <MatrixFigure figures={figures} title={title} />
  if (figures.kind === 'texts')
    return (
      <TextsFigure
        key={reading.query}
        {...reading}
        {...{ path, title }}
        count={answered ?? 0}
        texts={figures}
      />
    )
  return <InnerFigures figures={figures} title={title} reading={reading} />
}

type Nested = Extract<Figures, { kind: 'table' | 'list' }>

/** What stands inside a table or a list, each under its own title. */
const InnerFigures = ({
  figures,
  title,
  reading,
}: {
  figures: Nested
  title: string
  reading: Reading
}): JSX.Element => {
  if (figures.kind === 'list') {
    const isByLine = figures.lines !== undefined
    return (
      <>
        {figures.lines === undefined || figures.lines === null ? null : (
          <p>{counted(figures.lines, 'ligne')} en tout.</p>
        )}
        {figures.parts.map((part) => (
          <Inner
            key={part.path}
            part={part}
            reading={reading}
            isByLine={isByLine}
            noun={isByLine ? 'ligne' : 'dossier'}
          />
        ))}
      </>
    )
  }
  const others = figures.rows.flatMap((row) =>
    row.parts
      .filter((part) => part.figures.kind !== 'numbers')
      .map((part) => ({ ...part, title: `${row.text} : ${part.title}` })),
  )
  return (
    <>
      <TableFigure figures={figures} title={title} />
      {others.map((part) => (
        <Inner key={part.path} part={part} reading={reading} noun="dossier" />
      ))}
    </>
  )
}

const Inner = ({ part, noun, ...props }: Props & { noun: string }): JSX.Element => (
  <div class="inner">
    <h4>{part.title}</h4>
    {part.figures.kind === 'withheld' ? null : <p class="quiet-text">{partWords(part, noun)}</p>}
    <PartFigures part={part} {...props} />
  </div>
)
