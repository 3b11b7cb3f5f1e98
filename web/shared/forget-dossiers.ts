/** The IndexedDB that holds the dossiers somebody opened here (kept-dossiers.ts). */
export const KEPT_DOSSIERS = 'echeance-dossiers'

/** Takes them all off the device: whoever signs in or out begins with none. Never rejects. */
export const forgetDossiers = (): Promise<void> =>
  new Promise((done) => {
    try {
      const asked = indexedDB.deleteDatabase(KEPT_DOSSIERS)
      asked.onsuccess = asked.onerror = asked.onblocked = () => done()
    } catch {
      done()
    }
  })
