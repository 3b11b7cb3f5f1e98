import { expect, test } from 'vitest'
import { readImport } from '../../web/caf/read-import.ts'

const projects = [
  { id: 'clas-des-bauges', name: 'Clas des Bauges' },
  { id: 'clas-de-lete', name: 'Clas de l’été' },
]

test('finds projects by name or identifier, whatever the case, the accents and the apostrophe', () => {
  const { ids, unknown } = readImport(
    'Projet;Commune\nCLAS DES BAUGES;Le Châtelard\n"Clas de l\'Ete";x',
    projects,
  )
  expect(ids).toEqual(['clas-des-bauges', 'clas-de-lete'])
  expect(unknown).toEqual([])
  expect(readImport('clas-des-bauges', projects).ids).toEqual(['clas-des-bauges'])
})

test('says which lines name no project, and takes a project once', () => {
  const { ids, unknown } = readImport(
    'Clas des Bauges\r\n\r\nClas du Nord;?\r\nClas des Bauges\r\n',
    projects,
  )
  expect(ids).toEqual(['clas-des-bauges'])
  expect(unknown).toEqual([{ line: 3, text: 'Clas du Nord' }])
})

test('does not take the only line of a file for its titles', () => {
  expect(readImport('Clas du Nord', projects).unknown).toEqual([{ line: 1, text: 'Clas du Nord' }])
})
