// The questions that the Caf asks to correct, marked where they are answered.
import { createContext, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { pointer } from '../../forms/problems.ts'
import type { SectionOutline } from '../shared/outline.ts'

/** Their names. */
export const AskedQuestions = createContext<ReadonlySet<string>>(new Set())

/** In the title of a question, so that it is heard with its label. */
export const AskedMark = ({ question }: { question: string }): JSX.Element | null =>
  useContext(AskedQuestions).has(question) ? <span class="q-asked"> À corriger, demande la Caf</span> : null

/** Those of these pointers that the questionnaire has, in its order. */
export const askedIn = (
  outline: readonly SectionOutline[],
  pointers: readonly string[] = [],
): { readonly section: string; readonly name: string; readonly title: string }[] =>
  outline.flatMap(({ name: section, blocks }) =>
    blocks
      .flatMap(({ fields }) => fields)
      .filter(({ name }) => pointers.includes(pointer(name)))
      .map(({ name, title }) => ({ section, name, title })),
  )
