// The questionnaire where an agent of the Caf corrects what was submitted: every section, and at its end what changes,
// why, and the one action that makes it count.
import './fill-parts.ts'
import type { JSX } from 'preact'
import { useEffect, useReducer, useRef } from 'preact/hooks'
import { useServerNow } from '../shared/clock.ts'
import { DossierContext } from '../shared/document-links.tsx'
import { Shell } from '../shared/shell.tsx'
import { quoted } from '../shared/words.ts'
import { FillBanner } from './banner.tsx'
import { Conflicts } from './conflicts.tsx'
import { CorrectCard } from './correct-card.tsx'
import type { Obstacle } from './correct-checks.ts'
import type { Correcting } from './correcting.ts'
import { FillFrame, SECTION_TITLE, SectionTitle } from './fill-frame.tsx'
import { OvertakenNotice } from './overtaken-notice.tsx'
import { hrefOf, usePlace } from './place.ts'
import { Questions } from './questions.tsx'
import { SectionNav, type SectionState } from './section-nav.tsx'

type Props = { readonly correcting: Correcting; readonly inertHtml: string }

export const CorrectView = ({ correcting, inertHtml }: Props): JSX.Element => {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => correcting.listen(() => again(0)), [correcting])
  const response = correcting.response()
  const now = useServerNow()
  const names = useRef(response.form.sections.map(({ name }) => name))
  const [place, goTo] = usePlace(names.current, names.current[0] ?? '')
  const sections = correcting.sections()
  const at = Math.max(
    0,
    sections.findIndex(({ name }) => name === place.section),
  )
  const { name: section = '', title = '' } = sections[at] ?? {}
  const shownAt = useRef(at)
  useEffect(() => {
    document.title = `Corriger, ${at + 1}. ${title} · ${response.projectName} · Échéance`
    if (shownAt.current === at) return
    shownAt.current = at
    if (place.question) return
    document.getElementById(SECTION_TITLE)?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [at, title, response, place])

  const changes = correcting.changes()
  const conflicts = correcting.conflicts()
  const obstacles = correcting.checks.obstacles()
  const items = sections.map((it) => ({
    ...it,
    state: stateOf({
      conflicts: conflicts.filter(({ section: its }) => its === it.name).length,
      changes: changes.filter(({ pointer }) => correcting.sectionOf(pointer) === it.name).length,
      obstacle: obstacles.find(({ name }) => name === it.name),
    }),
  }))
  const ChecksPanel = correcting.checks.Panel()
  return (
    <Shell me={correcting.me} caf={response.cafName} current="/caf/">
      <FillFrame
        title={`Corriger : ${response.form.title} ${response.schoolYear}`}
        context={`Projet ${quoted(response.projectName)} · ${response.organisationName}`}
        banner={<FillBanner standing={standingWords(correcting)} saved={<Kept correcting={correcting} />} />}
        nav={
          <SectionNav
            items={items}
            current={section}
            hrefOf={hrefOf}
            onGo={goTo}
            hasProgress={false}
            review={<a href="#enregistrer">Motif et enregistrement</a>}
          />
        }
      >
        <DossierContext.Provider value={response.id}>
          <OvertakenNotice correcting={correcting} now={now} />
          <SectionTitle number={at + 1} title={title} />
          <Conflicts
            conflicts={conflicts.filter((it) => it.section === section)}
            me={correcting.me.name}
            {...{ outline: correcting.outline, now, zone: response.zone, onChoose: correcting.choose }}
          />
          <Questions
            filling={correcting}
            place={{ ...place, section }}
            inertHtml={at === 0 ? inertHtml : ''}
            wasLeft={false}
          />
          {ChecksPanel ? (
            <ChecksPanel
              verdict={correcting.checks.verdict()}
              {...{ outline: correcting.outline, section }}
              {...{ notes: correcting.checks.notes, words: correcting.checks.words }}
            />
          ) : null}
          <CorrectCard correcting={correcting} onGo={goTo} />
        </DossierContext.Provider>
      </FillFrame>
    </Shell>
  )
}

type SectionFacts = {
  readonly conflicts: number
  readonly changes: number
  readonly obstacle: Obstacle | undefined
}

const stateOf = ({ conflicts, changes, obstacle }: SectionFacts): SectionState | undefined => {
  if (conflicts > 0) return { kind: 'to-decide', count: conflicts }
  if (obstacle && obstacle.blocking > 0) return { kind: 'to-correct', count: obstacle.blocking }
  if (obstacle) return { kind: 'to-explain', count: obstacle.unexplained }
  return changes > 0 ? { kind: 'changed', count: changes } : undefined
}

const standingWords = (correcting: Correcting) => {
  if (!correcting.isOpen()) {
    return {
      tone: 'stop',
      title: 'Ce dossier ne se corrige pas.',
      text:
        correcting.response().status === 'validated'
          ? 'Il est validé : retirez d’abord la validation. Ce que vous avez écrit est gardé sur cet appareil.'
          : 'Rien n’y a été transmis.',
    } as const
  }
  const count = correcting.changes().length
  return {
    tone: 'warn',
    title:
      count === 0
        ? 'Rien n’est modifié.'
        : `${count} ${count > 1 ? 'modifications' : 'modification'}, non ${count > 1 ? 'enregistrées' : 'enregistrée'}.`,
    text: `Ce que le partenaire a transmis reste tel quel. Il verra chaque réponse avant et après, votre nom et le motif, et il est prévenu par mél.${
      correcting.hasPartnerDraft()
        ? ' Il a aussi un brouillon qu’il n’a pas transmis : il lui est gardé, et ne compte pas.'
        : ''
    }`,
  } as const
}

const Kept = ({ correcting }: { correcting: Correcting }): JSX.Element => (
  <div class="saved" role="status">
    {correcting.changes().length === 0 ? null : correcting.isReliable() ? (
      <p>Gardé sur cet appareil</p>
    ) : (
      <p class="offline">Cet appareil ne garde rien : enregistrez avant de fermer</p>
    )}
  </div>
)
