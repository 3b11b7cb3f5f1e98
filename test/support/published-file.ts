import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'

/** What a bucket serves at an address of the site, with the headers that go with it. */
export const publishedFile = async (bucket: string, address: string) => {
  const file = await new S3Client({}).send(new GetObjectCommand({ Bucket: bucket, Key: address.slice(1) }))
  const bytes = Buffer.from((await file.Body?.transformToByteArray()) ?? [])
  return {
    bytes,
    text: bytes.toString(),
    type: file.ContentType,
    cacheControl: file.CacheControl,
    encoding: file.ContentEncoding,
  }
}
