// Beside the pages, at /service-worker.js: without network it opens the pages of partners that this device has opened
// before, and a page of ours for the others. It keeps what is the same for everybody: documents, hashed assets, published
// questionnaires. It sees no reply of the API; what a dossier holds is kept by the page (shared/kept-dossiers.ts).
import { isForEver } from '../forms/addresses.ts'

/** The page for what is not kept and the files it needs, put in by the build: another page is another worker. */
declare const OFFLINE: { readonly page: string; readonly files: readonly string[]; readonly version: string }

type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Asked = Lasting & {
  readonly request: Request
  readonly preloadResponse?: Promise<Response | undefined>
  respondWith(reply: Promise<Response>): void
}
declare const self: {
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'message', listener: (event: Lasting & { readonly data: unknown }) => void): void
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void
}

const OFFLINE_CACHE = `hors-connexion ${OFFLINE.version}`
const PAGE_CACHE = 'page '
/** The pages of partners; no other is touched. */
const OF_PARTNERS =
  /^\/(?:$|mes-demarches\/|remplir\/|relire\/|suivi\/|recu\/|calendrier\/|mon-organisation\/)/
const KEPT_PAGES = /^\/(?:mes-demarches|relire|remplir\/[^/]+\/\d+)\/$/
const MOST_PAGES = 12

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(OFFLINE_CACHE).then((cache) => addAnew(cache, [OFFLINE.page, ...OFFLINE.files])),
  )
})

/** A new worker takes over once the pages of the one before are closed: none loses what it counts on. */
self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      self.registration.navigationPreload?.enable(),
      dropCaches((name) => name.startsWith('hors-connexion ') && name !== OFFLINE_CACHE),
    ]),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate') {
    if (OF_PARTNERS.test(pathname)) event.respondWith(documentAt(pathname, event))
  } else if (isForEver(pathname) || pathname === '/favicon.svg') {
    event.respondWith(kept(pathname).then((reply) => reply ?? fetch(request)))
  }
})

self.addEventListener('message', (event) => {
  const page = readPage(event.data)
  if (page) event.waitUntil(keepPage(page).catch(() => undefined))
})

/** The network's document while there is a network: what is kept never hides a newer one. */
const documentAt = async (pathname: string, event: Asked): Promise<Response> => {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch (error) {
    const reply = (await kept(pathname)) ?? (await kept(OFFLINE.page))
    if (!reply) throw error
    return reply
  }
}

const kept = (address: string): Promise<Response | undefined> => caches.match(address, { ignoreVary: true })

type Page = { readonly page: string; readonly files: readonly string[] }

/** A page that is open, and all that it has loaded. */
const readPage = (data: unknown): Page | undefined => {
  if (typeof data !== 'object' || data === null || !('page' in data) || !('files' in data)) return undefined
  const { page, files } = data
  if (typeof page !== 'string' || !KEPT_PAGES.test(page) || !Array.isArray(files)) return undefined
  return { page, files: files.filter((file): file is string => typeof file === 'string' && isForEver(file)) }
}

/** Keeps a page with the files of this very version of it, in the place of what was kept; all of it, or nothing new. */
const keepPage = async ({ page, files }: Page): Promise<void> => {
  const document = await fetch(page, { cache: 'no-cache' })
  const html = await document.clone().text()
  const needed = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].flatMap(([, file]) => file ?? [])
  // Put online between the two: the next visit keeps the newer page.
  if (!document.ok || !needed.every((file) => files.includes(file))) return
  const cache = await caches.open(PAGE_CACHE + page)
  const wanted = new Set([page, ...files].map((address) => new URL(address, self.location.origin).href))
  const before = await cache.keys()
  const known = new Set(before.map(({ url }) => new URL(url).pathname))
  await cache.addAll(files.filter((file) => !known.has(file)))
  await cache.put(page, document)
  for (const request of before) if (!wanted.has(request.url)) await cache.delete(request)
  const pages = (await caches.keys()).filter((name) => name.startsWith(PAGE_CACHE))
  const tooMany = pages.filter((name) => name !== PAGE_CACHE + page).slice(0, -(MOST_PAGES - 1))
  await dropCaches((name) => tooMany.includes(name))
}

/** Past the browser's own cache, which may hold those of the version before. */
const addAnew = (cache: Cache, addresses: readonly string[]): Promise<void> =>
  cache.addAll(addresses.map((address) => new Request(address, { cache: 'no-cache' })))

const dropCaches = async (are: (name: string) => boolean): Promise<void> => {
  for (const name of await caches.keys()) if (are(name)) await caches.delete(name)
}
