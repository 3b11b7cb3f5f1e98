// The live fill page: reads the filling, and shows one section of it.
import type { JSX } from 'preact'
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import { JUSTIFICATIONS } from '../../forms/note-names.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { useServerNow } from '../shared/clock.ts'
import { Shell } from '../shared/shell.tsx'
import { quoted } from '../shared/words.ts'
import { AskedQuestions } from './asked.tsx'
import { FillBanner } from './banner.tsx'
import { CarriedNotice, carriedIn } from './carried.tsx'
import { ConfirmSection } from './confirm-section.tsx'
import { Conflicts } from './conflicts.tsx'
import { FillFrame, Preparation, SECTION_TITLE, SectionTitle } from './fill-frame.tsx'
import type { Filling } from './filling.ts'
import { firstToFill } from './first-to-fill.ts'
import { Notices } from './notices.tsx'
import { hrefOf, usePlace } from './place.ts'
import { Questions } from './questions.tsx'
import { ReviewLink } from './review-link.tsx'
import { SaveStatus } from './save-status.tsx'
import { SectionNav, type SectionState } from './section-nav.tsx'
import { sectionState } from './section-state.ts'
import { standingWords } from './standing.ts'
import { useDeadline, useLeaving } from './use-deadline.ts'

const NEAR_MS = 2 * 60_000

type Props = { readonly filling: Filling; readonly inertHtml: string }

export const FillView = ({ filling, inertHtml }: Props): JSX.Element => {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => filling.listen(() => again(0)), [filling])
  useDeadline(filling)
  useLeaving(filling)

  const response = filling.response()
  const { form, zone, closesAt } = response
  const names = useMemo(() => form.sections.map(({ name }) => name), [form])
  const asked = useMemo(() => new Set(filling.asked().map(({ name }) => name)), [filling])
  const start = useMemo(() => firstToFill(filling), [filling])
  const [place, goTo] = usePlace(names, start)
  const [isNear, setNear] = useState(false)
  const now = useServerNow(isNear ? 1000 : 20_000)
  useEffect(() => setNear(Date.parse(closesAt) - Date.parse(now) < NEAR_MS), [closesAt, now])

  const sections = filling.sections()
  const at = Math.max(
    0,
    sections.findIndex(({ name }) => name === place.section),
  )
  const { name: section = '', title = '' } = sections[at] ?? {}
  const left = useRef(new Set<string>())
  const go = (to: string) => {
    left.current.add(section)
    filling.leave(section)
    goTo(to)
  }
  const shownAt = useRef(at)
  useEffect(() => {
    document.title = `${at + 1}. ${title} · ${form.title} · Échéance`
    if (shownAt.current === at) return
    shownAt.current = at
    document.getElementById(SECTION_TITLE)?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [at, title, form.title])

  const conflicts = filling.conflicts()
  const loaded = filling.checking.loaded()
  const outline = loaded
    ? [...filling.outline, loaded.part.explanationsOutline(loaded.checks)]
    : filling.outline
  const ChecksPanel = loaded?.part.ChecksPanel
  const items = sections.map(({ name, title }) => ({
    name,
    title,
    state: stateOf(filling, name, conflicts.filter((it) => it.section === name).length),
  }))
  const review = (look: string) => <ReviewLink filling={filling} look={look} />
  const [previous, next] = [sections[at - 1], sections[at + 1]]
  return (
    <Shell me={filling.me} caf={response.cafName} current="/mes-demarches/">
      <FillFrame
        title={`${form.title} ${response.schoolYear}`}
        context={contextOf(response)}
        banner={
          <FillBanner
            standing={standingWords(response, filling.hasChanges(), now)}
            saved={<SaveStatus filling={filling} now={now} />}
          />
        }
        nav={
          <SectionNav
            items={items}
            isCounted={names.some((name) => filling.missing(name))}
            current={section}
            hrefOf={hrefOf}
            onGo={go}
            review={review('')}
          />
        }
      >
        <SectionTitle number={at + 1} title={title} />
        {at === 0 ? <Preparation {...form} isTrial={response.trial !== undefined} /> : null}
        <Notices filling={filling} section={section} />
        <Conflicts
          conflicts={conflicts.filter((it) => it.section === section || it.section === JUSTIFICATIONS)}
          me={filling.me.name}
          {...{ outline, now, zone, links: filling.documents.links, onChoose: filling.choose }}
        />
        <CarriedNotice key={`reprises-${section}`} filling={filling} section={section} />
        <AskedQuestions.Provider value={asked}>
          <Questions
            filling={filling}
            place={{ ...place, section }}
            inertHtml={at === 0 ? inertHtml : ''}
            wasLeft={left.current.has(section)}
          />
        </AskedQuestions.Provider>
        {ChecksPanel ? (
          <ChecksPanel
            verdict={filling.checking.verdict()}
            outline={filling.outline}
            notes={filling.notes}
            section={section}
          />
        ) : null}
        <ConfirmSection key={place.section} filling={filling} section={place.section} />
        <div class="fill-actions">
          {previous ? <StepLink look="btn quiet" label="Précédent" to={previous} onGo={go} /> : <span />}
          {next ? <StepLink look="btn" label="Continuer" to={next} onGo={go} /> : review('btn')}
        </div>
      </FillFrame>
    </Shell>
  )
}

/** A deposit of somebody new is named as their organisation is. */
const contextOf = ({ projectName, organisationName }: ResponseView): string =>
  projectName === organisationName ? organisationName : `Projet ${quoted(projectName)} · ${organisationName}`

const stateOf = (filling: Filling, section: string, conflicts: number): SectionState | undefined =>
  sectionState({
    conflicts,
    mayFill: filling.mayFill(section),
    isBegun: filling.isBegun(section),
    missing: filling.missing(section),
    checks: filling.checking.counts(section),
    carried: carriedIn(filling, section).length,
  })

type StepProps = {
  readonly look: string
  readonly label: string
  readonly to: { readonly name: string; readonly title: string }
  readonly onGo: (section: string) => void
}

const StepLink = ({ look, label, to, onGo }: StepProps): JSX.Element => (
  <a
    class={look}
    href={hrefOf(to.name)}
    onClick={(event) => {
      event.preventDefault()
      onGo(to.name)
    }}
  >
    {label}
    <span class="sr-only"> : {to.title}</span>
  </a>
)
