import { describe, expect, it } from 'vitest'
import type { MailName } from '../../forms/nouns/history.ts'
import type { PartnerRole } from '../../forms/nouns/people.ts'
import { handler as returned } from '../../functions/events/record-return.ts'
import { tagsOf } from '../../functions/mail/tags.ts'
import { handler as deliverMail } from '../../functions/scheduled/deliver-mail.ts'
import { handler as drainHistory } from '../../functions/scheduled/drain-history.ts'
import { putCampaign } from '../../functions/store/campaigns.ts'
import { putFormVersion } from '../../functions/store/forms.ts'
import { outboxShard, shardOf } from '../../functions/store/index-keys.ts'
import { keys } from '../../functions/store/keys.ts'
import { claimMail, listMails, type Mail, markPerson } from '../../functions/store/mails.ts'
import { putAgency, putMembership } from '../../functions/store/members.ts'
import { callResponse, getResponse, moveResponse } from '../../functions/store/responses.ts'
import { saveSection } from '../../functions/store/sections.ts'
import { updateItem } from '../../functions/store/write-items.ts'
import { demoCampaign } from '../support/campaign.ts'
import { publishedForm } from '../support/form.ts'
import { useMailService } from '../support/mail-service.ts'
import { calledResponse } from '../support/response.ts'
import { useTable } from '../support/table.ts'

useTable()
const service = useMailService()

const NOW = '2024-06-20T08:00:00.000Z'
const minutesAfter = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

const at = async <T>(now: string, run: () => Promise<T>): Promise<T> => {
  process.env.CLOCK_OFFSET_MS = String(Date.parse(now) - Date.now())
  return run()
}
const deliver = (now = NOW) =>
  at(now, async () => {
    await drainHistory({}, {} as never)
    return deliverMail({}, {} as never)
  })

let count = 0
/** A response of an organisation of its own, whose people hold these roles, and which owes one mail. */
const owing = async (
  mail: MailName,
  people: Record<string, PartnerRole[]> = { tout: ['administrateur', 'saisie-activite', 'approbateur'] },
) => {
  count += 1
  const number = count
  const organisationId = `orga-${number}`
  for (const [name, roles] of Object.entries(people))
    await putMembership(`${name}@${organisationId}.test`, { organisationId, organisationName: 'Orga', roles })
  const id = `bilan-2024.projet-${number}`
  const entry = { id: `${mail}-1`, at: '2024-06-20T07:59:00.000Z', mail, facts: {} }
  await callResponse(calledResponse(id, { organisationId, projectName: `Projet ${number}`, outbox: [entry] }))
  const to = (name: string) => `${name}@${organisationId}.test`
  const mailItem = async () => (await listMails(id)).find((item) => item.id === entry.id)
  return { id, to, entry, mailItem, key: keys.mail(id, entry.id) }
}
/** When a mail is due, to the minute. */
const dueMinute = async (mailItem: () => Promise<Mail | undefined>) =>
  (await mailItem())?.outboxSince?.slice(0, 16)
const takenBy = (email: string) => service.taken.filter((taken) => taken.startsWith(`${email}:`)).length

describe('a mail that is owed', () => {
  it('goes to everybody it is for, once, however often the worker runs', async () => {
    const { to, mailItem } = await owing('receipt', {
      admin: ['administrateur'],
      signe: ['approbateur'],
      saisie: ['saisie-activite'],
    })
    await deliver()
    await deliver(minutesAfter(5))
    expect([takenBy(to('admin')), takenBy(to('signe')), takenBy(to('saisie'))]).toEqual([1, 1, 0])
    expect(await mailItem()).toMatchObject({ status: 'sent', attempts: 1 })
  })

  it('is made once, even if its entry is appended again', async () => {
    const { id, to, entry } = await owing('call')
    await deliver()
    await updateItem(
      keys.response(id),
      'SET outbox = list_append(outbox, :again), outboxShard = :shard, outboxSince = :at',
      {
        values: { ':again': [entry], ':shard': outboxShard(shardOf(id)), ':at': NOW },
      },
    )
    await deliver(minutesAfter(5))
    expect(takenBy(to('tout'))).toBe(1)
    expect((await getResponse(id)).outbox).toEqual([])
  })

  it('is delivered once by workers that all run at once', async () => {
    const owed = await Promise.all(Array.from({ length: 12 }, () => owing('call')))
    await Promise.all([deliver(), deliver(), deliver()])
    await deliver(minutesAfter(5))
    expect(owed.map(({ to }) => takenBy(to('tout')))).toEqual(owed.map(() => 1))
  })

  it('is taken up again when its worker died, for those who are not known to have had it', async () => {
    const { to, key, mailItem } = await owing('call', { un: ['approbateur'], deux: ['administrateur'] })
    await at(NOW, () => drainHistory({}, {} as never))
    const mail = await claimMail(key, NOW)
    if (!mail) throw new Error('not claimed')
    await markPerson(mail, to('un'), { outcome: 'sent', at: NOW })
    await deliver(minutesAfter(1))
    expect(takenBy(to('deux'))).toBe(0)
    await deliver(minutesAfter(3))
    expect([takenBy(to('un')), takenBy(to('deux'))]).toEqual([0, 1])
    expect(await mailItem()).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('waits longer and longer while the service is busy, loses nobody, and writes no one twice', async () => {
    const { to, mailItem } = await owing('call', { un: ['approbateur'], deux: ['administrateur'] })
    service.answer = (email) =>
      email === to('deux') ? { status: 429, error: 'TooManyRequestsException' } : { status: 200 }
    await deliver()
    expect(await mailItem()).toMatchObject({ status: 'waiting', attempts: 1 })
    expect(await dueMinute(mailItem)).toBe(minutesAfter(1).slice(0, 16))
    await deliver(minutesAfter(0.5))
    expect((await mailItem())?.attempts).toBe(1)
    await deliver(minutesAfter(1.5))
    expect(await dueMinute(mailItem)).toBe(minutesAfter(3.5).slice(0, 16))
    service.answer = () => ({ status: 200 })
    await deliver(minutesAfter(10))
    expect([takenBy(to('un')), takenBy(to('deux'))]).toEqual([1, 1])
  })

  it('is given up after twelve attempts, and says why', async () => {
    const { mailItem } = await owing('receipt')
    service.answer = () => ({ status: 500, error: 'InternalServiceErrorException' })
    for (let day = 0; day < 14; day += 1) await deliver(minutesAfter(day * 24 * 60))
    expect(await mailItem()).toMatchObject({ status: 'failed', attempts: 12 })
    expect((await mailItem())?.detail).toContain('InternalServiceError')
  })

  it('reaches the others when the service refuses one address for good', async () => {
    const { to, mailItem } = await owing('call', { faux: ['approbateur'], vrai: ['administrateur'] })
    service.answer = (email) =>
      email === to('faux') ? { status: 400, error: 'MessageRejected' } : { status: 200 }
    await deliver()
    expect(takenBy(to('vrai'))).toBe(1)
    expect(await mailItem()).toMatchObject({
      status: 'sent',
      people: { [to('faux')]: { outcome: 'refused' }, [to('vrai')]: { outcome: 'sent' } },
    })
  })

  it('is not sent once what it would say is no longer so', async () => {
    const { id, to, mailItem } = await owing('reminder-not-started')
    await moveResponse(id, {
      move: 'submit',
      entry: { id: 'envoi', at: NOW, type: 'submitted' },
      condition: 'closesAt > :at',
      values: {},
    })
    await deliver()
    expect(takenBy(to('tout'))).toBe(0)
    expect((await mailItem())?.status).toBe('obsolete')
  })

  it('says that a reminder became one about a draft', async () => {
    const { id, to } = await owing('reminder-not-started')
    const draft = { name: 'lieu', answers: { quartier: 'Biollay' }, seen: 0, by: 'Camille', at: NOW }
    await saveSection(await getResponse(id), draft)
    await putFormVersion(publishedForm())
    await deliver()
    expect(service.taken.filter((taken) => taken.startsWith(to('tout')))).toEqual([
      expect.stringContaining('Rappel, commencé mais non transmis'),
    ])
  })

  it('says that it reached nobody when the organisation has nobody to read it', async () => {
    const { mailItem } = await owing('receipt', { saisie: ['saisie-financiere'] })
    await deliver()
    expect(await mailItem()).toMatchObject({ status: 'failed', people: {} })
  })

  it('is sent no more to somebody who was removed', async () => {
    const { id, to } = await owing('call', { parti: ['approbateur'], reste: ['administrateur'] })
    const { organisationId = '' } = await getResponse(id)
    await putMembership(to('parti'), { organisationId, organisationName: 'Orga', roles: [] })
    await deliver()
    expect([takenBy(to('parti')), takenBy(to('reste'))]).toEqual([0, 1])
  })
})

describe('a mail that comes back', () => {
  const notice = (email: string, about: string, mail: string, bounceType: string) => ({
    'detail-type': 'Email Bounced',
    detail: {
      mail: {
        tags: { about: [tagsOf({ about, id: mail }).about], mail: [tagsOf({ about, id: mail }).mail] },
      },
      bounce: {
        bounceType,
        bouncedRecipients: [{ emailAddress: email, diagnosticCode: 'smtp; 550 inconnu' }],
      },
    },
  })

  it('is kept on the mail, and the address is left alone for a month', async () => {
    const { id, to, entry, mailItem } = await owing('call')
    await deliver()
    await at(NOW, () => returned(notice(to('tout'), id, entry.id, 'Permanent'), {} as never))
    expect((await mailItem())?.people[to('tout')]).toMatchObject({
      outcome: 'returned',
      detail: 'smtp; 550 inconnu',
    })
    const owe = (mail: string) =>
      updateItem(keys.response(id), 'SET outbox = :one, outboxShard = :shard, outboxSince = :at', {
        values: {
          ':one': [{ ...entry, id: mail }],
          ':shard': outboxShard(shardOf(id)),
          ':at': NOW,
        },
      })
    await owe('call-2')
    await deliver(minutesAfter(10))
    expect(takenBy(to('tout'))).toBe(1)
    expect((await listMails(id)).find((mail) => mail.id === 'call-2')?.people[to('tout')]?.outcome).toBe(
      'refused',
    )
  })

  it('leaves the address in use when it was only full or away', async () => {
    const { id, to, entry } = await owing('call')
    await deliver()
    await at(NOW, () => returned(notice(to('tout'), id, entry.id, 'Transient'), {} as never))
    await updateItem(keys.response(id), 'SET outbox = :one, outboxShard = :shard, outboxSince = :at', {
      values: { ':one': [{ ...entry, id: 'call-2' }], ':shard': outboxShard(shardOf(id)), ':at': NOW },
    })
    await deliver(minutesAfter(10))
    expect(takenBy(to('tout'))).toBe(2)
  })
})

describe('a closing summary', () => {
  it('goes to the agents who run campaigns, once', async () => {
    await putCampaign(demoCampaign({ id: 'resume-2024' }))
    for (const [email, roles] of [
      ['campagne@caf731.test', ['gestionnaire-campagne']],
      ['concepteur@caf731.test', ['concepteur']],
    ] as const)
      await putAgency(email, { cafId: 'caf731', cafName: 'Caf de la Savoie', roles: [...roles] })
    const entry = { id: 'cloture', at: NOW, mail: 'closing-summary', facts: { missed: '3' } }
    await updateItem(
      keys.campaign('resume-2024'),
      'SET outbox = :one, outboxShard = :shard, outboxSince = :at',
      {
        values: { ':one': [entry], ':shard': outboxShard(shardOf('resume-2024')), ':at': NOW },
      },
    )
    await deliver()
    await deliver(minutesAfter(5))
    expect(service.taken).toEqual(['campagne@caf731.test: Campagne close : Bilan qualitatif 2023-2024'])
  })
})
