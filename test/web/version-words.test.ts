import { expect, it } from 'vitest'
import { versionWords } from '../../web/editor/version-words.ts'

it('the editor says which version its draft will be', () => {
  expect(versionWords(undefined)).toBe('Brouillon de la version 1 : rien n’est encore publié.')
  expect(versionWords(1)).toBe('Brouillon de la version 2 : la version 1 est publiée.')
})
