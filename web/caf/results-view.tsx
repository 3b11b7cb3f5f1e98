import type { JSX } from 'preact'
import type { CampaignResults, QuestionResult } from '../../forms/results-wire.ts'
import { Banner, StatePage } from '../shared/feedback.tsx'
import { PartFigures, type Reading } from './results-figures.tsx'
import { ResultsFilters } from './results-filters.tsx'
import { baseWords, comingWords, filterWords, scopeWords } from './results-words.ts'

type Props = {
  readonly results: CampaignResults
  readonly campaignId: string
  readonly asked: URLSearchParams
  /** What the results shown were asked with: while others are on their way, it is not `asked`. */
  readonly shown: string
  readonly busy: boolean
  readonly onAsk: (asked: URLSearchParams) => void
}

/** The results of a campaign: of which dossiers, section by section, a card a question. */
export const Results = ({ results, campaignId, asked, shown, busy, onAsk }: Props): JSX.Element => {
  const { campaignTitle, formTitle, schoolYear, transmitted, filters } = results
  const narrowed = filterWords(filters)
  return (
    <>
      <h1>Résultats : {campaignTitle}</h1>
      <p class="lead">
        {formTitle} · année scolaire {schoolYear}
      </p>
      {transmitted === 0 ? (
        <Nothing campaignId={campaignId} results={results} />
      ) : (
        <>
          <ResultsFilters {...{ results, asked, busy, onAsk }} />
          {narrowed ? (
            <p>
              <strong>Filtre :</strong> {narrowed}
            </p>
          ) : null}
          <p role="status">{scopeWords(results)}</p>
          {results.isPublished ? <Published isNarrowed={narrowed !== ''} /> : null}
          <Sections results={results} reading={{ campaignId, query: shown }} />
        </>
      )}
    </>
  )
}

const Published = ({ isNarrowed }: { isNarrowed: boolean }): JSX.Element => (
  <Banner tone="info">
    <strong>Version à publier.</strong> Ce qui porte sur moins de cinq dossiers est masqué, avec les chiffres
    qui permettraient de le retrouver. Ni texte, ni nom, ni dossier ; ni minimum, ni maximum quand ils
    montrent peu de dossiers.
    {isNarrowed ? (
      <>
        {' '}
        <strong>Ne publiez qu’une version</strong> d’une même campagne : en comparant deux filtres, on
        retrouverait ce qui est masqué.
      </>
    ) : null}
  </Banner>
)

const Nothing = ({ campaignId, results }: Pick<Props, 'campaignId' | 'results'>): JSX.Element => (
  <StatePage
    icon="clock"
    level={2}
    title={
      results.closesAt > results.now
        ? 'Aucun dossier transmis pour l’instant'
        : 'Aucun dossier n’a été transmis'
    }
    actions={
      <a class="btn quiet" href={`/caf/campagne/?id=${encodeURIComponent(campaignId)}`}>
        Retour à la campagne
      </a>
    }
  >
    <p>{comingWords(results)} Les brouillons n’y comptent pas.</p>
  </StatePage>
)

const Sections = ({ results, reading }: { results: CampaignResults; reading: Reading }): JSX.Element => {
  const sections = [...new Set(results.questions.map(({ section }) => section))]
  if (results.dossiers === 0) return <p class="card">Aucun dossier ne correspond à ces filtres.</p>
  return (
    <>
      <nav class="card results-nav no-print" aria-label="Parties du questionnaire">
        <ol>
          {sections.map((section, i) => (
            <li key={section}>
              <a href={`#partie-${i + 1}`}>{section}</a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map((section, i) => (
        <section key={section} class="results-section" aria-labelledby={`partie-${i + 1}`}>
          <h2 id={`partie-${i + 1}`} tabIndex={-1}>
            {section}
          </h2>
          <div class="results-cards">
            {results.questions
              .filter((question) => question.section === section)
              .map((question) => (
                <QuestionCard key={`${question.path} ${question.figures.kind}`} {...{ question, reading }} />
              ))}
          </div>
        </section>
      ))}
    </>
  )
}

const QuestionCard = ({ question, reading }: { question: QuestionResult; reading: Reading }): JSX.Element => (
  <article class="card result">
    <h3>{question.title}</h3>
    {question.figures.kind === 'withheld' && question.answered === null ? null : (
      <p class="quiet-text">{baseWords(question)}</p>
    )}
    {question.shown === 0 ? null : <PartFigures part={question} reading={reading} />}
  </article>
)
