// A long list to search by typing: the combobox of the ARIA practices, with the list below the field.
import type { AriaAttributes, JSX, TargetedKeyboardEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { afterPress } from '../shared/after-press.ts'
import { exact, found, type Option } from './search-text.ts'

const SHOWN = 100

type Props = {
  readonly id: string
  readonly options: readonly Option[]
  /** The chosen value; empty when none is. */
  readonly value: string
  readonly placeholder: string
  readonly aria: AriaAttributes
  /** What was typed before and is in the list no more than now. */
  readonly unlisted: string | undefined
  readonly onUnlisted: (typed: string) => void
  readonly onChoose: (value: string | undefined) => void
}

/** Arrows move in the list, Enter chooses, Escape gives up; what is left there and is not in the list is no answer. */
export const Combobox = (props: Props): JSX.Element => {
  const { id, options, value, placeholder, aria, unlisted, onUnlisted, onChoose } = props
  const chosen = unlisted ?? options.find((option) => option.value === value)?.text ?? ''
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  const isOpen = typed !== undefined
  const matches = isOpen ? found(options, typed === chosen && unlisted === undefined ? '' : typed) : []
  const shown = matches.slice(0, SHOWN)
  const optionId = (index: number) => `${id}-option-${index}`
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const open = () => {
    setTyped((text) => text ?? chosen)
    setAt((index) => (isOpen ? index : options.findIndex((option) => option.value === value)))
  }
  const close = () => {
    setTyped(undefined)
    setAt(-1)
  }
  const choose = (option: Option) => {
    if (option.value !== value) onChoose(option.value)
    close()
  }
  const leave = () => {
    const whole = typed === undefined ? undefined : exact(options, typed)
    if (typed?.trim() === '') {
      if (chosen !== '') onChoose(undefined)
    } else if (whole) {
      if (whole.value !== value) onChoose(whole.value)
    } else if (typed !== undefined && typed !== unlisted) onUnlisted(typed)
    close()
  }
  const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const move = moves[event.key]
    const option = shown[at]
    if (move !== undefined) {
      event.preventDefault()
      if (isOpen) setAt(Math.max(0, Math.min(shown.length - 1, at + move)))
      else open()
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      if (option) choose(option)
      else leave()
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      close()
    }
  }

  return (
    <div class="combobox">
      <input
        {...aria}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        enterKeyHint="done"
        spellcheck={false}
        placeholder={placeholder}
        value={typed ?? chosen}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-liste`}
        aria-activedescendant={isOpen && at >= 0 ? optionId(at) : undefined}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          setAt(currentTarget.value === '' ? -1 : 0)
        }}
        onClick={open}
        onKeyDown={onKeyDown}
        onBlur={() => afterPress(leave)}
      />
      <div id={`${id}-liste`} role="listbox" aria-label="Choix" hidden={!isOpen} ref={list}>
        {shown.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field, which moves in this list
          <div
            key={option.value}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {option.text}
          </div>
        ))}
      </div>
      <p class="sr-only" role="status">
        {isOpen ? countText(matches.length) : ''}
      </p>
      {isOpen && matches.length === 0 ? (
        <p class="combobox-none">Rien dans la liste ne correspond : vérifiez l’orthographe.</p>
      ) : null}
    </div>
  )
}

const countText = (count: number): string => {
  if (count === 0) return 'Rien dans la liste ne correspond.'
  return count === 1 ? '1 choix' : `${count} choix`
}
