import type { JSX } from 'preact'
import { deadlineText } from '../../forms/dates.ts'
import { shownStatus } from '../../forms/lifecycle.ts'
import type { ResponseList } from '../../forms/response-wire.ts'
import { useServerNow } from '../shared/clock.ts'
import { StatusTag } from '../shared/status-tag.tsx'

/** What an organisation owes a Caf and has given it, the latest deadline first. */
export const OrganisationResponses = ({ responses }: { responses: ResponseList['items'] }): JSX.Element => {
  const now = useServerNow()
  return (
    <section aria-labelledby="dossiers">
      <div class="section-head">
        <h2 id="dossiers">
          Dossiers <span class="count">{responses.length}</span>
        </h2>
      </div>
      {responses.length === 0 ? <p>Aucun dossier pour le moment.</p> : null}
      {responses.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        <section class="scroll rows" aria-label="Dossiers de l’organisation" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Campagne</th>
                <th scope="col">État</th>
                <th scope="col">Projet</th>
                <th scope="col">Échéance</th>
              </tr>
            </thead>
            <tbody>
              {responses.map((response) => (
                <tr key={response.id}>
                  <th scope="row">
                    <a href={`/caf/dossier/?id=${encodeURIComponent(response.id)}`}>
                      {response.campaignTitle}
                      <span class="sr-only">, {response.projectName}</span>
                    </a>
                  </th>
                  <td class="col-status">
                    <StatusTag status={shownStatus(response, now)} />
                  </td>
                  <td>{response.projectName}</td>
                  <td>{deadlineText(response.closesAt, response.zone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </section>
  )
}
