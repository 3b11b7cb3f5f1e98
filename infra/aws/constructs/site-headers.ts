import { Duration } from 'aws-cdk-lib'
import { HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { Site } from '../site.ts'

/** Those that CloudFront has a field of its own for; it refuses them among the others. */
const CSP = 'content-security-policy'
const NOSNIFF = 'x-content-type-options'
const REFERRER = 'referrer-policy'

/** Files that any origin may read; CloudFront has its own field for it too. */
const CORS = 'access-control-allow-origin'

type Props = { readonly headers: Site['headers']; readonly uploads: IBucket }

/**
 * The headers of every reply: those the build computed, the same as on one machine, and HSTS. Here documents are put and
 * read at their bucket's own host, which pages may therefore speak to; there it is the site's.
 */
export class SiteHeaders extends Construct {
  readonly policy: ResponseHeadersPolicy

  constructor(scope: Construct, id: string, { headers, uploads }: Props) {
    super(scope, id)
    const { [CSP]: contentSecurityPolicy, [NOSNIFF]: nosniff, [REFERRER]: referrer, ...more } = headers
    const { [CORS]: readers, ...others } = more
    if (contentSecurityPolicy?.includes('connect-src')) {
      throw new Error('dist/headers.json says connect-src already, and a policy says it once')
    }
    if (!contentSecurityPolicy || nosniff !== 'nosniff') {
      throw new Error('dist/headers.json has no content security policy, or lets types be guessed')
    }
    const referrerPolicy = Object.values(HeadersReferrerPolicy).find((value) => value === referrer)
    if (!referrerPolicy)
      throw new Error(`dist/headers.json has a referrer-policy unknown to CloudFront: ${referrer}`)
    this.policy = new ResponseHeadersPolicy(this, 'Policy', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: `${contentSecurityPolicy}; connect-src 'self' https://${uploads.bucketRegionalDomainName}`,
          override: true,
        },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
      },
      ...(readers
        ? {
            corsBehavior: {
              accessControlAllowOrigins: [readers],
              accessControlAllowMethods: ['GET', 'HEAD'],
              accessControlAllowHeaders: ['*'],
              accessControlAllowCredentials: false,
              originOverride: true,
            },
          }
        : {}),
      customHeadersBehavior: {
        customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
      },
    })
  }
}
