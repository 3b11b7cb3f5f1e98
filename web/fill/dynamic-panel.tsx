// A block of questions that repeats as often as needed.
import type { JSX } from 'preact'
import { Elements } from './question-frame.tsx'
import { type Input, type Panel, type Question, useParts, useTexts } from './survey-parts.ts'
import { useEntries } from './use-entries.ts'

type Block = Panel & { getValue(): object }

export type DynamicPanelQuestion = Question & {
  readonly noEntriesText: string
  readonly visiblePanels: readonly Block[]
  readonly canAddPanel: boolean
  readonly canRemovePanel: boolean
  readonly addPanelText: string
  readonly removePanelText: string
  addPanel(): unknown
  removePanel(panel: unknown): void
}

export const DynamicPanelInput: Input<DynamicPanelQuestion> = ({ question, drawing }): JSX.Element => {
  useParts(question)
  const { place, said, done } = useEntries(':scope > .q-panel')
  const { visiblePanels: blocks, removePanelText } = question
  const titleOf = (block: Block, i: number): string =>
    block.hasTitle ? block.locTitle.renderedHtml : `${question.locTitle.renderedHtml} n°\u00a0${i + 1}`
  const add = (): void => {
    question.addPanel()
    const last = question.visiblePanels.at(-1)
    if (last) done(`${titleOf(last, blocks.length)} : ajout fait.`, blocks.length)
  }
  const remove = (block: Block, i: number): void => {
    const title = titleOf(block, i)
    const isBlank = Object.keys(block.getValue()).length === 0
    if (!isBlank && !confirm(`${removePanelText} (${title}) et ses réponses ?`)) return
    question.removePanel(block)
    done(`${title} : retrait fait.`, i)
  }
  return (
    <div ref={place}>
      {blocks.length === 0 ? <p class="q-hint">{question.noEntriesText}</p> : null}
      {blocks.map((block, i) => (
        <fieldset class="q-panel" key={block.renderedId}>
          <BlockTitle block={block} title={titleOf(block, i)} />
          <Elements elements={block.elements} drawing={drawing} />
          {question.canRemovePanel ? (
            <button type="button" class="link" onClick={() => remove(block, i)}>
              {removePanelText}
              <span class="sr-only"> {i + 1}</span>
            </button>
          ) : null}
        </fieldset>
      ))}
      {question.canAddPanel ? (
        <button type="button" class="btn quiet" onClick={add}>
          {question.addPanelText}
        </button>
      ) : null}
      <p class="q-said" role="status">
        {said}
      </p>
    </div>
  )
}

/** What the questionnaire calls each block, or its question with a number. */
const BlockTitle = ({ block, title }: { block: Block; title: string }): JSX.Element => {
  useTexts(block.locTitle, block.locDescription)
  return (
    <>
      <legend>{title}</legend>
      {block.hasDescription ? <p class="q-hint">{block.locDescription.renderedHtml}</p> : null}
    </>
  )
}
