// What a check comes to, in words: what it proves, and what it does not.
import type { ComponentChildren, JSX } from 'preact'
import { deadlineText, instantText, zoneName } from '../../forms/dates.ts'
import type { ReceiptClaims } from '../../forms/receipt.ts'
import { Icon } from '../shared/icons.tsx'
import type { Verdict } from './check-receipt.ts'

/** A receipt tells no zone: its instants are said in that of the deadlines of the mainland. */
const ZONE = 'Europe/Paris'

export const VerdictCard = ({ verdict }: { verdict: Verdict }): JSX.Element => {
  switch (verdict.kind) {
    case 'authentic':
      return <Authentic claims={verdict.claims} />
    case 'altered':
      return (
        <Refused title="Ce reçu a été modifié">
          <p>
            Il nomme bien une clé de ce site, mais sa signature ne correspond pas à son contenu : au moins un
            caractère a changé depuis qu’il a été délivré. Il ne prouve rien.
          </p>
          <p>Si vous l’avez recopié, reprenez le fichier d’origine, joint au message reçu lors de l’envoi.</p>
        </Refused>
      )
    case 'unknown-key':
      return (
        <Refused title="Ce reçu n’a pas été signé par ce site">
          <p>
            Il dit venir d’ici, mais il est signé avec une clé que ce site n’a jamais publiée. Il ne prouve
            rien : quelqu’un a pu le fabriquer.
          </p>
        </Refused>
      )
    case 'another-issuer':
      return (
        <Refused title="Ce reçu vient d’un autre site">
          <p>
            Il dit venir de <code>{verdict.issuer}</code>. Les clés de ce site ne permettent pas de le
            vérifier : faites-le sur celui qui l’a délivré, si vous lui faites confiance.
          </p>
        </Refused>
      )
    case 'nothing':
      return (
        <Refused title="Choisissez un reçu">
          <p>Rien n’a été donné : choisissez le fichier du reçu, ou collez son texte, puis vérifiez.</p>
        </Refused>
      )
    case 'not-a-receipt':
      return (
        <Refused title="Ce n’est pas un reçu">
          <p>
            Rien de ce qui a été donné n’a la forme d’un reçu signé. Donnez le fichier .jws joint au message
            reçu lors de l’envoi, ou le PDF tel qu’il a été téléchargé : un PDF imprimé de nouveau ou
            photographié ne contient plus le reçu.
          </p>
        </Refused>
      )
  }
}

const Authentic = ({ claims }: { claims: ReceiptClaims }): JSX.Element => (
  <section class="card verdict ok" aria-labelledby="verdict">
    <h2 id="verdict">
      <Icon name="check" size={22} /> Reçu authentique
    </h2>
    <p>
      Le serveur a reçu cet envoi{' '}
      <strong>le {instantText(claims.receivedAt, ZONE, { seconds: true })}</strong> ({zoneName(ZONE)}), et a
      délivré ce reçu, qui n’a pas changé depuis.
    </p>
    <dl class="facts">
      <dt>Référence</dt>
      <dd>
        <strong>{claims.reference}</strong>
      </dd>
      <dt>Organisation</dt>
      <dd>{claims.organisation}</dd>
      {claims.project ? (
        <>
          <dt>Projet</dt>
          <dd>{claims.project}</dd>
        </>
      ) : null}
      <dt>Questionnaire</dt>
      <dd>
        {claims.title ?? claims.form}, version {claims.formVersion}
      </dd>
      {claims.project ? null : (
        <>
          <dt>Dossier</dt>
          <dd>{claims.response}</dd>
        </>
      )}
      <dt>Envoi</dt>
      <dd>
        n° {claims.number}
        {claims.corrects ? `, correction par la Caf de l’envoi de référence ${claims.corrects}` : ''}
      </dd>
      <dt>Échéance d’alors</dt>
      <dd>{deadlineText(claims.closesAt, ZONE)}</dd>
      <dt>Empreinte des réponses</dt>
      <dd>
        <code>{claims.sha256}</code>
      </dd>
      <dt>Délivré par</dt>
      <dd>{claims.iss}</dd>
    </dl>
    <h3>Ce qu’il prouve</h3>
    <ul>
      <li>
        {claims.corrects
          ? 'La Caf a corrigé à cette heure des réponses de cette organisation, qui gardent leur propre reçu.'
          : 'Des réponses de cette organisation ont été reçues à cette heure, avant l’échéance.'}
      </li>
      <li>Leur contenu a cette empreinte : d’autres réponses en auraient une autre.</li>
    </ul>
    <h3>Ce qu’il ne prouve pas</h3>
    <ul>
      <li>Que cet envoi compte encore : un envoi plus récent a pu le remplacer.</li>
      <li>Que la Caf a validé les réponses, ni qu’elles sont exactes.</li>
      <li>Qui les a saisies : le dossier le dit, le reçu non.</li>
    </ul>
  </section>
)

const Refused = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <section class="card verdict stop" aria-labelledby="verdict">
    <h2 id="verdict">
      <Icon name="cross" size={22} /> {title}
    </h2>
    {children}
  </section>
)
