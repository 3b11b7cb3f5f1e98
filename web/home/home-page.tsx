// /: what this is, and the way in. Someone already signed in goes straight to their work.
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Banner } from '../shared/feedback.tsx'
import { homeOf, loadMe } from '../shared/me.ts'
import { mount } from '../shared/mount.tsx'
import { accessToken, signIn } from '../shared/session.ts'
import { Shell } from '../shared/shell.tsx'
import { Home } from './home.tsx'
import { saidConformity } from './said-conformity.ts'

const HomePage = (): JSX.Element => {
  const [failed, setFailed] = useState(false)
  const [conformity, setConformity] = useState<string>()
  useEffect(() => {
    goToWork()
    saidConformity().then(setConformity)
  }, [])
  const enter = () => {
    setFailed(false)
    signIn('/').catch(() => setFailed(true))
  }
  const notice = (
    <Banner tone="stop" live="alert">
      <strong>La connexion n’a pas pu commencer.</strong> Vérifiez votre accès à Internet, puis réessayez.
    </Banner>
  )
  return (
    <Shell conformity={conformity}>
      <Home onSignIn={enter} {...(failed ? { notice } : {})} />
    </Shell>
  )
}

/** Nobody signed in, or no network: the page stays as it is, and says so only when asked to sign in. */
const goToWork = async (): Promise<void> => {
  try {
    if (await accessToken()) location.replace(homeOf(await loadMe()))
  } catch {}
}

mount(<HomePage />)
