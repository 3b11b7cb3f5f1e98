// The editor once everything is known: what is edited on one side, what it becomes on the other.
import type { JSX } from 'preact'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import type { Finding } from '../../forms/editing-wire.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { TrialButton } from '../shared/trial-button.tsx'
import { type Asking, AskingContext } from './asking.ts'
import type { Editing } from './editing.ts'
import { fieldOf } from './finding-field.ts'
import { FindingsPanel } from './findings-panel.tsx'
import { JsonTab } from './json-tab.tsx'
import { Preview } from './preview.tsx'
import { PublishButton } from './publish-button.tsx'
import { SaveStatus } from './save-status.tsx'
import { LockNotice, StandingNotices } from './standing-notices.tsx'
import { type TabName, Tabs } from './tabs.tsx'
import { TitleField } from './title-field.tsx'
import { UndoButtons, useUndoKeys } from './undo-buttons.tsx'
import { useFindings } from './use-findings.ts'
import { useRunning } from './use-running.ts'
import { Plan } from './visual/plan.tsx'

/** A place to go to in the content; a new object each time it is asked for. */
type Place = { readonly pointer: string; readonly field?: string }

export const EditorView = ({ editing }: { editing: Editing }): JSX.Element => {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => editing.listen(() => again(0)), [editing])
  useWaking(editing)
  useUndoKeys(editing)
  const [tab, setTab] = useState<TabName>('plan')
  const [place, setPlace] = useState<Place>()
  const lookAt = useRef((_pointer: string): void => undefined)
  const onSelect = useCallback((pointer: string) => lookAt.current(pointer), [])
  const findings = useFindings(editing)
  const asking = useAsking(editing)
  const title = editing.title()
  useEffect(() => {
    document.title = `${title} · Échéance`
  }, [title])

  const isReadOnly = editing.isReadOnly()
  const mend = useMend(editing)
  const goTo = (finding: Finding): void => {
    if (editing.doc.text() !== undefined) setTab('json')
    const field = fieldOf(finding)
    setPlace({ pointer: finding.pointer, ...(field === undefined ? {} : { field }) })
  }
  // A place is gone to once, in the way of editing that was open when it was asked for.
  const goToTab = (next: TabName): void => {
    setPlace(undefined)
    setTab(next)
  }
  return (
    <div class={isReadOnly ? 'editor read-only' : 'editor'}>
      <Crumbs steps={[{ label: 'Questionnaires', href: '/caf/questionnaires/' }]} here={title} />
      <TitleField editing={editing} />
      <div class="editor-top">
        <div class="editor-bar">
          <UndoButtons editing={editing} />
          <SaveStatus state={editing.saveState()} isKept={editing.isReliable()} />
          <TrialButton formId={editing.form().id} title={title} saved={editing.flush} />
          <PublishButton {...{ editing, findings }} onGo={goTo} />
        </div>
        <LockNotice editing={editing} />
      </div>
      <StandingNotices editing={editing} />
      <div class="editor-sides">
        <div class="editor-work">
          <Tabs tabs={tabs} current={tab} onChange={goToTab}>
            {tab === 'plan' ? (
              <AskingContext.Provider value={asking}>
                <Plan {...{ doc: editing.doc, findings, isReadOnly, place, onSelect }} />
              </AskingContext.Provider>
            ) : (
              <JsonTab {...{ doc: editing.doc, findings, isReadOnly, place, onMend: mend }} />
            )}
          </Tabs>
        </div>
        <div class="editor-beside">
          <FindingsPanel {...{ doc: editing.doc, findings, isReadOnly, onGo: goTo, onMend: mend }} />
          <Preview doc={editing.doc} lookAt={lookAt} />
        </div>
      </div>
    </div>
  )
}

/** The campaigns that ask the versions published so far. */
const useAsking = (editing: Editing): Asking => {
  const { id, cafId, latestVersion } = editing.form()
  const running = useRunning({ id, cafId }, latestVersion !== undefined)
  return useMemo(
    () => ({ formId: id, campaigns: running?.campaigns ?? [], saved: editing.flush }),
    [id, running, editing],
  )
}

const tabs: readonly TabName[] = ['plan', 'json']

/** Mends as a finding says; false when the questionnaire has changed since. */
const useMend = ({ doc }: Editing): ((finding: Finding) => boolean) =>
  useCallback(
    ({ fix }) => {
      if (!fix) return false
      try {
        doc.apply({ label: fix.label, patch: fix.patch })
        return true
      } catch {
        return false
      }
    },
    [doc],
  )

/** The lock and the saving, when the network is back, the page is looked at again, or left. */
const useWaking = (editing: Editing): void => {
  useEffect(() => {
    const wake = () => editing.wake()
    const onVisible = () => document.visibilityState === 'visible' && wake()
    const onHide = () => editing.leave()
    // What this device refuses to keep is lost with the page: the browser asks first.
    const onLeaving = (event: BeforeUnloadEvent) => {
      if (!editing.isReliable() && editing.saveState().kind !== 'saved') event.preventDefault()
    }
    addEventListener('beforeunload', onLeaving)
    const onShow = (event: PageTransitionEvent) => event.persisted && wake()
    addEventListener('online', wake)
    addEventListener('focus', wake)
    addEventListener('pagehide', onHide)
    addEventListener('pageshow', onShow)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      removeEventListener('online', wake)
      removeEventListener('focus', wake)
      removeEventListener('beforeunload', onLeaving)
      removeEventListener('pagehide', onHide)
      removeEventListener('pageshow', onShow)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [editing])
}
