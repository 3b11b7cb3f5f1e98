// /connexion/retour/: where the identity provider sends people back; completes the sign-in and goes on.
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { completeSignIn, SignInError, signIn } from '../shared/session.ts'
import { Shell } from '../shared/shell.tsx'

const SignInReturnPage = (): JSX.Element => {
  const [failure, setFailure] = useState<string>()
  useEffect(() => {
    completeSignIn().then(
      (returnTo) => location.replace(returnTo),
      (error) => setFailure(wordsOf(error)),
    )
  }, [])
  return (
    <Shell>
      {failure === undefined ? (
        <>
          <h1>Connexion</h1>
          <Loading label="Connexion en cours…" blocks={1} />
        </>
      ) : (
        <div role="alert">
          <StatePage
            icon="lock"
            title="Vous n’êtes pas connecté"
            actions={
              <button type="button" class="btn" onClick={() => signIn('/')}>
                Se connecter à nouveau
              </button>
            }
          >
            <p>{failure}</p>
          </StatePage>
        </div>
      )}
    </Shell>
  )
}

const wordsOf = (error: unknown): string =>
  error instanceof SignInError
    ? error.message
    : 'Le service de connexion n’a pas pu être joint. Vérifiez votre accès à Internet, puis recommencez.'

mount(<SignInReturnPage />)
