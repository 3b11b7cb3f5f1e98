import type { ComponentChildren, JSX } from 'preact'
import { deadlineText, instantText, timeLeftClause } from '../../forms/dates.ts'
import { termsOf } from '../shared/deadline-words.ts'
import { Banner } from '../shared/feedback.tsx'
import { quoted } from '../shared/words.ts'
import type { Dossier } from './load-response.ts'
import { isChanged, type Standing } from './review-standing.ts'
import { trialWords } from './standing.ts'

type Props = {
  dossier: Dossier
  standing: Standing
  now: string
  /** What stands at the end of the line. */
  end?: ComponentChildren
}

const tones = {
  'never-sent': 'warn',
  sent: 'ok',
  changed: 'warn',
  'to-correct': 'warn',
  missed: 'stop',
  closed: 'info',
  locked: 'ok',
} as const satisfies Record<Standing, string>

/** What counts, and until when it can change: never to be taken for something else. */
export const StandingBanner = ({ dossier, standing, now, end }: Props): JSX.Element => {
  const { response } = dossier
  if (response.trial) {
    const { tone, title, text } = trialWords(response)
    return (
      <Banner tone={tone} end={end}>
        <strong>{title}</strong> {text}
      </Banner>
    )
  }
  const limit = <strong>{deadlineText(response.closesAt, response.zone)}</strong>
  const left = timeLeftClause(now, response.closesAt, response.zone)
  return (
    <Banner tone={tones[standing]} end={end}>
      <Words dossier={dossier} standing={standing} limit={limit} left={left} />
    </Banner>
  )
}

type WordsProps = { dossier: Dossier; standing: Standing; limit: JSX.Element; left: string }

const Words = ({ dossier, standing, limit, left }: WordsProps): JSX.Element => {
  const { response } = dossier
  const correction = response.correction?.message
  const { submission } = response
  const at = submission ? instantText(submission.receivedAt, response.zone) : ''
  const counting = submission?.madeByCaf ? `La version corrigée par la Caf le ${at}` : `L’envoi du ${at}`
  switch (standing) {
    case 'never-sent':
      return (
        <>
          <strong>Non transmis.</strong> À transmettre avant la fin du {limit} ({left}).{' '}
          {termsOf(response).join(' ')}
        </>
      )
    case 'sent':
      return (
        <>
          <strong>{submission?.madeByCaf ? 'Corrigé par la Caf.' : 'Transmis.'}</strong> {counting} compte.
          Rien n’a changé depuis : il n’y a rien à transmettre.
        </>
      )
    case 'changed':
      return (
        <>
          <strong>Modifications non transmises.</strong> {counting} compte toujours, tant que vous ne
          transmettez pas d’autres réponses. Possible avant la fin du {limit} ({left}).
        </>
      )
    case 'to-correct':
      return (
        <>
          <strong>Correction demandée par la Caf, non transmise.</strong>{' '}
          {correction ? <>{quoted(correction)} </> : null}
          {counting} compte toujours, tant que vous ne transmettez pas d’autres réponses. À corriger avant la
          fin du {limit} ({left}).
        </>
      )
    case 'missed':
      return (
        <>
          <strong>Non transmis.</strong> L’échéance est passée (c’était le {limit}). Ce brouillon ne compte
          pas ; il est gardé en lecture seule. {response.consequence} Contactez votre Caf sans attendre.
        </>
      )
    case 'closed':
      return (
        <>
          <strong>{submission?.madeByCaf ? 'Corrigé par la Caf.' : 'Transmis.'}</strong> {counting} compte.
          L’échéance est passée : ces réponses ne peuvent plus être modifiées.
          {isChanged(response) ? ' Les modifications faites depuis n’ont pas été transmises.' : ''}
        </>
      )
    case 'locked':
      return (
        <>
          <strong>Validé par la Caf.</strong> {counting} compte et ne change plus.
        </>
      )
  }
}
