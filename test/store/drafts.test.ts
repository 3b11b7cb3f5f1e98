import { describe, expect, it } from 'vitest'
import {
  type Editing,
  endDraft,
  findEditing,
  getEditing,
  listEditing,
  saveDraft,
} from '../../functions/store/drafts.ts'
import { claimForm, dropForm, putForm } from '../../functions/store/forms.ts'
import { releaseLock, takeLock } from '../../functions/store/locks.ts'
import { useTable } from '../support/table.ts'

useTable()

const AT = '2026-06-10T09:00:00.000Z'
const inSeconds = (seconds: number) => new Date(Date.parse(AT) + seconds * 1000).toISOString()
const text = (words: string) => JSON.stringify({ definition: { z: words, a: 1 }, info: {} })

let made = 0
const newForm = async (): Promise<Editing> => {
  made += 1
  const form = { id: `enquete-${made}`, cafId: 'caf731', title: 'Enquête' }
  expect(await claimForm(form)).toBe(true)
  return form
}
const save = (form: Editing, seen: number, words: string) =>
  saveDraft(form, { title: 'Enquête', content: text(words), seen, by: 'Charlie', at: AT })
const fault = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    ({ name, extra }) => [name, extra?.current?.revision],
  )

describe('a draft', () => {
  it('is written once of two that saw the same, and the other is told which revision there is', async () => {
    const form = await newForm()
    const outcomes = await Promise.all(['Une', 'Deux', 'Trois'].map((words) => fault(save(form, 0, words))))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome !== 'done')).toEqual([
      ['stale', 1],
      ['stale', 1],
    ])
  })

  it('is written once by the same save sent many times at once, each told the same', async () => {
    const form = await newForm()
    const saved = await Promise.all(Array.from({ length: 5 }, () => save(form, 0, 'La même')))
    expect(saved.map(({ revision }) => revision)).toEqual([1, 1, 1, 1, 1])
  })

  it('keeps its text as it was given', async () => {
    const form = await newForm()
    await save(form, 0, 'é\u2028 "')
    expect((await getEditing(form.id)).draft?.content).toBe(text('é\u2028 "'))
  })

  it('takes no revision twice, ended and begun again; ending it twice is once', async () => {
    const form = await newForm()
    await save(form, 0, 'Une')
    const seen = { seen: 1, by: 'Charlie', at: AT }
    const begun = await getEditing(form.id)
    await Promise.all([endDraft(begun, seen), endDraft(begun, seen)])
    const ended = await findEditing(form.id)
    expect(ended).toMatchObject({ ended: { revision: 2, content: '' } })
    expect(await fault(getEditing(form.id))).toEqual(['not-found', undefined])
    expect(await fault(save(begun, 1, 'De l’ancien'))).toEqual(['stale', 0])
    if (!ended) throw new Error('gone')
    expect((await save(ended, 0, 'Le nouveau')).revision).toBe(3)
    expect(await fault(endDraft(begun, seen))).toEqual(['stale', 3])
  })

  it('is listed by where it stands, without what it holds', async () => {
    const form = await newForm()
    await save(form, 0, 'Une')
    const empty = await newForm()
    const [listed, ...others] = await listEditing([form.id, empty.id])
    expect(others).toEqual([])
    expect(listed).toMatchObject({
      id: form.id,
      draft: { revision: 1, savedBy: 'Charlie', title: 'Enquête' },
    })
    expect(listed?.draft).not.toHaveProperty('content')
  })
})

describe('a form', () => {
  it('is claimed by one, and leaves the list only if it was never published', async () => {
    const form = await newForm()
    expect(await claimForm(form)).toBe(false)
    await putForm({ ...form, latestVersion: 1 })
    expect(await dropForm(form.id)).toBe(false)
    const other = await newForm()
    expect(await dropForm(other.id)).toBe(true)
    expect(await findEditing(other.id)).toBeUndefined()
  })
})

describe('a lock', () => {
  const charlie = { name: 'Charlie', email: 'charlie@caf.test', tab: 'un' }
  const alix = { name: 'Alix', email: 'alix@caf.test', tab: 'deux' }
  const take = async (id: string, who: typeof charlie, seconds: number, takeOver = false) =>
    takeLock(id, { ...who, at: inSeconds(seconds), takeOver }).then(
      ({ name, until }) => [name, until],
      ({ name, extra }) => [name, extra.lock.name],
    )

  it('holds for a minute from each time its tab renews it, then whoever comes has it', async () => {
    const { id } = await newForm()
    expect(await take(id, charlie, 0)).toEqual(['Charlie', inSeconds(60)])
    expect(await take(id, alix, 59)).toEqual(['locked', 'Charlie'])
    expect(await take(id, charlie, 59)).toEqual(['Charlie', inSeconds(119)])
    expect(await take(id, alix, 118)).toEqual(['locked', 'Charlie'])
    expect(await take(id, alix, 119)).toEqual(['Alix', inSeconds(179)])
    expect(await take(id, charlie, 120)).toEqual(['locked', 'Alix'])
  })

  it('is had by one of many that come at once', async () => {
    const { id } = await newForm()
    const tabs = ['un', 'deux', 'trois', 'quatre'].map((tab) => take(id, { ...charlie, tab }, 0))
    expect((await Promise.all(tabs)).filter(([name]) => name === 'Charlie')).toHaveLength(1)
  })

  it('is not another’s for bearing the name of the same tab, nor left by another', async () => {
    const { id } = await newForm()
    await take(id, charlie, 0)
    expect(await take(id, { ...alix, tab: 'un' }, 1)).toEqual(['locked', 'Charlie'])
    await releaseLock(id, { ...alix, tab: 'un' })
    await releaseLock(id, { ...charlie, tab: 'deux' })
    expect(await take(id, alix, 2)).toEqual(['locked', 'Charlie'])
    await releaseLock(id, charlie)
    expect(await take(id, alix, 3)).toEqual(['Alix', inSeconds(63)])
  })

  it('is taken over by whoever asks for it', async () => {
    const { id } = await newForm()
    await take(id, charlie, 0)
    expect(await take(id, alix, 1, true)).toEqual(['Alix', inSeconds(61)])
    expect(await take(id, charlie, 2)).toEqual(['locked', 'Alix'])
  })
})
