// /verifier/: a receipt pasted, dropped or scanned is checked against the published keys, in this browser.
import type { JSONWebKeySet } from 'jose'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Me } from '../../forms/session-wire.ts'
import { NetworkFailure } from '../shared/api.ts'
import { ErrorState } from '../shared/feedback.tsx'
import { loadMe } from '../shared/me.ts'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { checkReceipt, type Verdict } from './check-receipt.ts'
import { VerdictCard } from './verdict-card.tsx'

const publishedKeys = async (): Promise<JSONWebKeySet> => {
  const response = await fetch('/.well-known/jwks.json').catch((cause) => {
    throw new NetworkFailure('Les clés publiées n’ont pas pu être lues.', { cause })
  })
  if (!response.ok) throw new NetworkFailure('Les clés publiées n’ont pas pu être lues.')
  return response.json()
}

const VerifyPage = (): JSX.Element => {
  const [text, setText] = useState(() => decodeURIComponent(location.hash.slice(1)))
  /** What is checked: the text of the field, or what a file holds when it was given after. */
  const [given, setGiven] = useState(text)
  const [verdict, setVerdict] = useState<Verdict>()
  const [failure, setFailure] = useState<unknown>()
  const [over, setOver] = useState(false)
  const [me, setMe] = useState<Me>()

  const check = async (given: string) => {
    setFailure(undefined)
    setVerdict(undefined)
    try {
      setVerdict(await checkReceipt(given, { keys: await publishedKeys(), origin: location.origin }))
    } catch (error) {
      setFailure(error)
    }
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    // One character a byte: a PDF keeps its receipt as plain text among other bytes.
    const held = new TextDecoder('latin1').decode(await file.arrayBuffer())
    setText(file.name.endsWith('.pdf') ? '' : held)
    setGiven(held)
    await check(held)
  }
  useEffect(() => {
    if (given) check(given)
    // Whoever is signed in has their menu; nobody has to be.
    loadMe().then(setMe, () => undefined)
  }, [])

  return (
    <Shell me={me}>
      <div class="verify">
        <h1>Vérifier un reçu</h1>
        <p class="lead">
          Cette page dit si un reçu vient bien de ce site et n’a pas été modifié. La vérification se fait dans
          votre navigateur : rien n’est envoyé.
        </p>
        <form
          class={`card drop${over ? ' over' : ''}`}
          onSubmit={(event) => {
            event.preventDefault()
            check(given)
          }}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer?.files[0])
          }}
        >
          <label for="fichier">Fichier du reçu, en .jws ou en PDF</label>
          <p id="fichier-aide" class="quiet-text">
            Choisissez-le, ou déposez-le dans ce cadre.
          </p>
          <input
            id="fichier"
            type="file"
            accept=".jws,.pdf,.txt"
            aria-describedby="fichier-aide"
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
          <label for="texte">Ou texte du reçu signé</label>
          <p id="texte-aide" class="quiet-text">
            Une longue suite de lettres et de chiffres qui commence par « eyJ ».
          </p>
          <textarea
            id="texte"
            rows={6}
            spellcheck={false}
            aria-describedby="texte-aide"
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value)
              setGiven(event.currentTarget.value)
            }}
          />
          <button class="btn" type="submit">
            Vérifier
          </button>
        </form>
        <div role="status">{verdict ? <VerdictCard verdict={verdict} /> : null}</div>
        {failure ? <ErrorState error={failure} onRetry={() => check(given)} /> : null}
      </div>
    </Shell>
  )
}

mount(<VerifyPage />)
