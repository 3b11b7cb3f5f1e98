// Hands the page that is open to the service worker, so that it opens again without network. Called once the page is
// live: nothing of it stands between somebody and their page.
import { isForEver } from '../../forms/addresses.ts'

/** Keeps this page on the device, with all it has loaded. Never rejects: where it cannot, pages need the network. */
export const keepPage = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/service-worker.js')
  } catch {
    return
  }
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const files = loaded.filter((url) => url.origin === location.origin && isForEver(url.pathname))
  active?.postMessage({ page: location.pathname, files: [...new Set(files.map(({ pathname }) => pathname))] })
}
