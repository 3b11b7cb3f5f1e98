import { describe, expect, it } from 'vitest'
import { rulesOf } from '../../forms/coherence.ts'
import { olderRules } from '../../forms/older-rules.ts'
import {
  findKeptVersion,
  keepVersion,
  keptOf,
  listKeptVersions,
  sha256OfText,
  versionContentOf,
} from '../../functions/store/form-versions.ts'
import {
  findForm,
  getFormVersion,
  listFormVersions,
  moveToVersion,
  putForm,
} from '../../functions/store/forms.ts'
import { keys } from '../../functions/store/keys.ts'
import { putItem } from '../../functions/store/write-items.ts'
import { publishedForm } from '../support/definitions.ts'
import { useTable } from '../support/table.ts'

useTable()
const AT = '2026-06-10T09:00:00.000Z'
const form = publishedForm('clas-bilan', { fewCommunes: true })

describe('a version in the table', () => {
  it('keeps its text to the byte, with the order of its keys and what it says that we do not know', async () => {
    const content = {
      definition: { zeta: 1, alpha: [{ b: 1, a: 2 }], '10': 'dix', '2': 'deux' },
      info: { ...form.info, inconnu: { z: 1, a: 2 } },
    }
    const kept = keptOf({ formId: 'ordre', version: 1, publishedAt: AT, ...content })
    await keepVersion(kept)
    const found = await findKeptVersion('ordre', 1)
    expect(found).toEqual(kept)
    expect(found?.definition).toBe(JSON.stringify(content.definition))
    expect(found?.sha256).toBe(sha256OfText(JSON.stringify(content.definition)))
    expect(found && versionContentOf(found).info).toMatchObject({ inconnu: { z: 1, a: 2 } })
  })

  it('is never written over', async () => {
    const kept = keptOf({ ...form, formId: 'pris', version: 1 })
    expect(await keepVersion(kept)).toBe(true)
    expect(await keepVersion({ ...kept, definition: '{}' })).toBe(false)
    expect((await findKeptVersion('pris', 1))?.definition).toBe(kept.definition)
  })

  it('of before they were text is read as the others', async () => {
    await putItem(keys.formVersion('ancien', 1), { ...form, formId: 'ancien', version: 1, sha256: 'autre' })
    const found = await getFormVersion('ancien', 1)
    expect(found).toEqual({
      ...form,
      formId: 'ancien',
      version: 1,
      sha256: sha256OfText(JSON.stringify(found.definition)),
    })
    expect(await listFormVersions('ancien')).toHaveLength(1)
  })

  it('of before they said their coherence rules has those that held then, and one that says none has none', async () => {
    const { coherence: _, ...info } = form.info
    await putItem(keys.formVersion('d-avant', 1), { ...keptOf({ ...form, info }), formId: 'd-avant' })
    const found = await getFormVersion('d-avant', 1)
    expect(found.info.coherence.map(({ id }) => id)).toEqual(['R1', 'R7', 'R14'])
    expect(rulesOf(found).ruleSet).toBe('d-avant, version 1')
    const [kept] = await listKeptVersions('d-avant')
    expect(kept && versionContentOf(kept).info.coherence).toEqual(olderRules('clas-bilan'))
    await keepVersion(keptOf({ ...form, formId: 'sans', info: { ...info, coherence: [] } }))
    expect((await getFormVersion('sans', 1)).info.coherence).toEqual([])
  })
})

describe('the latest version of a form', () => {
  it('only goes forward, and is none of a form that is not there', async () => {
    await putForm({ id: 'suite', cafId: 'caf731', title: 'Suite' })
    const latest = (version: number) => ({ version, title: `Suite ${version}`, at: AT })
    expect(await moveToVersion('suite', latest(1))).toBe(true)
    expect(await moveToVersion('suite', latest(3))).toBe(true)
    expect(await moveToVersion('suite', latest(2))).toBe(false)
    expect(await findForm('suite')).toMatchObject({ latestVersion: 3, title: 'Suite 3', publishedAt: AT })
    expect(await moveToVersion('absent', latest(1))).toBe(false)
  })
})
