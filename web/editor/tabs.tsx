import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'

const names = { plan: 'Plan', json: 'JSON' } as const
export type TabName = keyof typeof names

type Props = {
  readonly tabs: readonly TabName[]
  readonly current: TabName
  readonly onChange: (tab: TabName) => void
  readonly children: ComponentChildren
}

/** The ways of editing the one document; arrows go from one to the next. */
export const Tabs = ({ tabs, current, onChange, children }: Props): JSX.Element => {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length] ?? current
    onChange(next)
    list.current?.querySelector<HTMLElement>(`#onglet-${next}`)?.focus()
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label="Façons de modifier" ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`onglet-${tab}`}
            aria-selected={tab === current}
            aria-controls="panneau"
            tabIndex={tab === current ? 0 : -1}
            onClick={() => onChange(tab)}
          >
            {names[tab]}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id="panneau" aria-labelledby={`onglet-${current}`}>
        {children}
      </div>
    </>
  )
}
