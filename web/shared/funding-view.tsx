import type { JSX } from 'preact'
import type { Funding } from '../../forms/funding.ts'
import { numberWords } from './answer-text.ts'
import { Note } from './feedback.tsx'

type Props = {
  readonly funding: Funding
  /** Whether the steps are shown at once. */
  readonly open?: boolean
  readonly level?: 2 | 3
}

/** What the Caf would pay by these answers, each line of the computation with its numbers; or why nobody can say. */
export const FundingView = ({ funding, open = false, level = 2 }: Props): JSX.Element => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="card funding" aria-labelledby="financement">
      <Heading id="financement">Estimation de la prestation de service</Heading>
      {funding.computed ? <Computed funding={funding} open={open} /> : <Note>{funding.reason}</Note>}
    </section>
  )
}

const Computed = ({
  funding,
  open,
}: {
  funding: Extract<Funding, { computed: true }>
  open: boolean
}): JSX.Element => (
  <>
    <p class="funding-total">
      <strong>{numberWords(funding.total, true)}</strong>{' '}
      <span>
        dont PS {numberWords(funding.ps, true)}, bonus enfants {numberWords(funding.bonusChildren, true)},
        bonus parents {numberWords(funding.bonusParents, true)}
      </span>
    </p>
    <details open={open}>
      <summary>Le calcul, étape par étape</summary>
      <table class="funding-steps">
        <caption class="sr-only">Le calcul de l’estimation</caption>
        <thead>
          <tr>
            <th scope="col">Étape</th>
            <th scope="col" class="n">
              Valeur
            </th>
          </tr>
        </thead>
        <tbody>
          {funding.steps.map(({ title, how, value, money }) => (
            <tr key={title}>
              <th scope="row">
                {title}
                <span>{how}</span>
              </th>
              <td class="n">{numberWords(value, money)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet-text">
        C’est une estimation : seule la Caf arrête le montant. Source des montants : {funding.source}
      </p>
    </details>
  </>
)
