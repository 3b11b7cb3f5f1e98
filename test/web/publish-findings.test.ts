// What the checks found is told once more before a draft becomes a version.
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { findingsIn } from '../../forms/checking/findings-in.ts'
import { PublishFindings } from '../../web/editor/publish-findings.tsx'
import { contentWith } from '../support/checking-case.ts'

type Elements = NonNullable<Parameters<typeof contentWith>[0]['elements']>

/** What is read, line by line; the spaces that no line ends at are as others. */
const readOf = (elements: Elements): string[] => {
  const content = contentWith({ elements })
  const findings = findingsIn(content)
  const html = renderToString(h(PublishFindings, { content, findings, onGo: () => undefined }))
  return html
    .replaceAll('\u00a0', ' ')
    .replaceAll(/<span class="sr-only">.*?<\/span>/g, '')
    .split(/<\/(?:p|li)>/)
    .map((line) => line.replaceAll(/<[^>]*>/g, '').trim())
    .filter((line) => line !== '')
}

const endless = (name: string) => ({ type: 'text', name, title: `Question ${name}` })

it('what is to be checked is counted, and its first three lead to their place', () => {
  const read = readOf(['a', 'b', 'c', 'd', 'e'].map(endless))
  expect(read).toEqual([
    '5 choses sont à vérifier. Vous pouvez publier quand même :',
    ...['a', 'b', 'c'].map(
      (name) => `« Question ${name} » : dites combien de caractères au plus. Aller à l’endroit`,
    ),
    'et 2 autres, à lire dans « Contrôles ».',
  ])
})

it('what blocks is told before it, a question without a title by its code', () => {
  expect(readOf([{ type: 'text', name: 'question1', maxLength: 9 }, endless('a')])).toEqual([
    'Une chose est à corriger avant de publier :',
    'Donnez un titre à cette question : sans lui, on lirait « question1 ». Aller à l’endroit',
    'Une chose est à vérifier :',
    '« Question a » : dites combien de caractères au plus. Aller à l’endroit',
  ])
})

it('nothing is told where nothing was found', () => {
  expect(readOf([])).toEqual([])
})
