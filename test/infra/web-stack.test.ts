import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { distDir } from '../../infra/aws/site.ts'
import { PROD, resourcesOf } from '../support/synth.ts'

const inWeb = (type: string) => resourcesOf('prod', 'Web', type)
const onlyOf = (type: string) => {
  const [only, ...others] = inWeb(type)
  if (!only || others.length > 0) throw new Error(`not exactly one ${type}`)
  return only
}
const distribution = () => onlyOf('AWS::CloudFront::Distribution').Properties.DistributionConfig
const behaviour = (path: string) =>
  distribution().CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === path)
const originOf = (id: string) => distribution().Origins.find(({ Id }: { Id: string }) => Id === id)

/** AWS's own policies, by their public ids. */
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6'
const ALL_BUT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

describe('the distribution', () => {
  it('answers at the site’s own name, by TLS 1.2 or later', () => {
    expect(distribution()).toMatchObject({
      Aliases: [new URL(PROD.siteOrigin).hostname],
      ViewerCertificate: { AcmCertificateArn: PROD.certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
      HttpVersion: 'http2and3',
    })
  })

  it('reads the buckets under origin access control, and nobody else does', () => {
    for (const path of ['/forms/*', '/remplir/*', '/.well-known/*']) {
      expect(originOf(behaviour(path).TargetOriginId)).toHaveProperty('OriginAccessControlId')
    }
    const site = originOf(distribution().DefaultCacheBehavior.TargetOriginId)
    expect(site).toHaveProperty('OriginAccessControlId')
    const readers = ['Data', 'Web'].flatMap((stack) =>
      resourcesOf('prod', stack === 'Data' ? 'Data' : 'Web', 'AWS::S3::BucketPolicy').flatMap(
        ({ Properties }) =>
          Properties.PolicyDocument.Statement.filter(
            ({ Effect, Action }: { Effect: string; Action: string }) =>
              Effect === 'Allow' && Action === 's3:GetObject',
          ),
      ),
    )
    expect(readers.map(({ Principal }) => Principal)).toEqual([
      { Service: 'cloudfront.amazonaws.com' },
      { Service: 'cloudfront.amazonaws.com' },
    ])
    for (const { Condition } of readers) expect(JSON.stringify(Condition)).toContain('AWS:SourceArn')
  })

  it('keeps files as long as their own headers say, compressed', () => {
    const cached = [distribution().DefaultCacheBehavior, ...['/forms/*', '/remplir/*'].map(behaviour)]
    for (const { CachePolicyId, Compress, ViewerProtocolPolicy } of cached) {
      expect([CachePolicyId, Compress, ViewerProtocolPolicy]).toEqual([
        CACHING_OPTIMIZED,
        true,
        'redirect-to-https',
      ])
    }
  })

  it('passes the API on whole, and keeps nothing of it', () => {
    const api = behaviour('/api/*')
    expect(api).toMatchObject({ OriginRequestPolicyId: ALL_BUT_HOST, ViewerProtocolPolicy: 'https-only' })
    expect(api.AllowedMethods).toEqual(expect.arrayContaining(['PUT', 'POST', 'DELETE', 'PATCH']))
    const policy = onlyOf('AWS::CloudFront::CachePolicy').Properties.CachePolicyConfig
    expect(policy).toMatchObject({ MinTTL: 0, DefaultTTL: 0 })
    expect(policy.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Authorization'] },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
      CookiesConfig: { CookieBehavior: 'all' },
      EnableAcceptEncodingBrotli: true,
    })
  })

  it('leaves the problems that the API answers as they are', () => {
    expect(distribution().CustomErrorResponses).toBeUndefined()
  })
})

describe('the headers of every reply', () => {
  type Policy = ReturnType<typeof inWeb>[number]
  const policyOf = ({ ResponseHeadersPolicyId }: { ResponseHeadersPolicyId: { Ref: string } }): Policy => {
    const policy = inWeb('AWS::CloudFront::ResponseHeadersPolicy').find(
      ({ id }) => id === ResponseHeadersPolicyId.Ref,
    )
    if (!policy) throw new Error(`no policy ${ResponseHeadersPolicyId.Ref}`)
    return policy
  }
  /** As the build wrote them, but for the host of documents and HSTS, which are checked here. */
  const sentBy = (policy: Policy): Record<string, string> => {
    const { SecurityHeadersConfig, CustomHeadersConfig, CorsConfig } =
      policy.Properties.ResponseHeadersPolicyConfig
    const [, [csp, uploads, ...more]] =
      SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join']
    const [builtPolicy, connect] = csp.split('; connect-src ')
    expect([connect, more]).toEqual(["'self' https://", []])
    expect(JSON.stringify(uploads)).toMatch(/Uploads.*RegionalDomainName/)
    expect(SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThanOrEqual(
      365 * 24 * 3600,
    )
    return {
      'content-security-policy': builtPolicy,
      'referrer-policy': SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy,
      ...(SecurityHeadersConfig.ContentTypeOptions ? { 'x-content-type-options': 'nosniff' } : {}),
      ...(CorsConfig
        ? { 'access-control-allow-origin': CorsConfig.AccessControlAllowOrigins.Items.join() }
        : {}),
      ...Object.fromEntries(
        CustomHeadersConfig.Items.map(({ Header, Value }: { Header: string; Value: string }) => [
          Header,
          Value,
        ]),
      ),
    }
  }
  const built = (file: string) => JSON.parse(readFileSync(join(distDir, file), 'utf8'))

  it('are those the build computed, the same as on one machine, HSTS, and the host of documents', () => {
    const headers: Record<string, string> = built('headers.json')
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; /)
    expect(headers['content-security-policy']).not.toMatch(/unsafe/)
    const others = distribution().CacheBehaviors.filter(
      ({ PathPattern }: { PathPattern: string }) =>
        !['/apercu/*', '/assets/*', '/service-worker.js*'].includes(PathPattern),
    )
    for (const each of [distribution().DefaultCacheBehavior, ...others])
      expect(sentBy(policyOf(each))).toEqual(headers)
  })

  it('let this site alone frame the preview, and anybody read the assets', () => {
    const byPath: Record<string, Record<string, string>> = built('headers-by-path.json')
    for (const [start, headers] of Object.entries(byPath))
      expect(sentBy(policyOf(behaviour(`${start}*`)))).toEqual(headers)
    expect(byPath['/apercu/']?.['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(byPath['/service-worker.js']).toMatchObject({ 'cache-control': 'no-cache' })
    expect(byPath['/assets/']).toMatchObject({ 'access-control-allow-origin': '*' })
    expect(policyOf(behaviour('/assets/*')).Properties.ResponseHeadersPolicyConfig.CorsConfig).toMatchObject({
      AccessControlAllowCredentials: false,
      AccessControlAllowOrigins: { Items: ['*'] },
    })
  })
})
