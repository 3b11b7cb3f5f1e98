// The secret address by which a calendar program follows one's deadlines: made on demand, told once, revocable.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { CalendarAddress, CalendarState } from '../../forms/calendar-wire.ts'
import { instantText } from '../../forms/dates.ts'
import { request } from './api.ts'
import { Banner, ErrorState } from './feedback.tsx'
import { useLoad } from './use-load.ts'

const load = async (signal: AbortSignal): Promise<CalendarState> =>
  (await request('/calendar', { read: (body) => CalendarState.parse(body), signal })).body

/** Subscribe, replace, revoke; says what each does before it is done. */
export const CalendarAddressCard = ({ zone }: { zone: string }): JSX.Element => {
  const [loaded, again] = useLoad(load)
  const [made, setMade] = useState<CalendarAddress>()
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const act = async (what: () => Promise<string>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      setSaid(await what())
      again()
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  const create = () =>
    act(async () => {
      const read = (body: unknown) => CalendarAddress.parse(body)
      setMade((await request('/calendar', { method: 'POST', read })).body)
      return 'L’adresse est prête : copiez-la maintenant, elle ne sera plus montrée.'
    })
  const revoke = () =>
    act(async () => {
      await request('/calendar', { method: 'DELETE', read: () => undefined })
      setMade(undefined)
      return 'L’adresse est révoquée : les agendas qui la suivaient ne reçoivent plus rien.'
    })
  if (loaded.state === 'failed') return <ErrorState error={loaded.error} onRetry={again} />
  const since = loaded.state === 'ready' ? loaded.value.createdAt : undefined
  return (
    <section class="card address" aria-labelledby="abonnement">
      <h2 id="abonnement">Dans votre agenda</h2>
      <p>
        Une adresse secrète permet à votre agenda de suivre vos échéances, et leurs changements. Qui la
        connaît peut les lire : ne la partagez pas.
      </p>
      <div role="status">{said ? <Banner tone="ok">{said}</Banner> : null}</div>
      {failure ? <ErrorState error={failure} /> : null}
      {made ? <Address url={made.url} /> : null}
      {since && !made ? (
        <p>Une adresse est en service depuis le {instantText(since, zone)}. Perdue ? Remplacez-la.</p>
      ) : null}
      <div class="state-actions">
        <button type="button" class={since ? 'btn quiet' : 'btn'} disabled={busy} onClick={create}>
          {since ? 'Remplacer l’adresse' : 'Créer mon adresse d’agenda'}
        </button>
        {since ? (
          <button type="button" class="btn quiet" disabled={busy} onClick={revoke}>
            Révoquer l’adresse
          </button>
        ) : null}
      </div>
    </section>
  )
}

const Address = ({ url }: { url: string }): JSX.Element => {
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div class="address-made">
      <label for="adresse">Adresse à donner à votre agenda</label>
      <input
        id="adresse"
        type="text"
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="state-actions">
        <button type="button" class="btn" onClick={copy}>
          {copied ? 'Adresse copiée' : 'Copier l’adresse'}
        </button>
        <a class="btn quiet" href={url.replace(/^https?:/, 'webcal:')}>
          Ouvrir dans l’agenda de cet appareil
        </a>
      </div>
    </div>
  )
}
