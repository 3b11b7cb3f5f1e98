import type { Server } from 'node:http'

export type Listening = { readonly port: number; readonly url: string; readonly close: () => Promise<void> }

/** Listens on the loopback address; port 0 takes a free one. Rejects with the system's error, such as EADDRINUSE. */
export const listen = (server: Server, port: number): Promise<Listening> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const bound = address && typeof address === 'object' ? address.port : port
      resolve({
        port: bound,
        url: `http://127.0.0.1:${bound}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
