// What people's browsers reach: one address for the site, what publication wrote, and the API behind it.
import { CfnOutput, Fn, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { CfnManagedLoginBranding } from 'aws-cdk-lib/aws-cognito'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { ApiStack } from './api-stack.ts'
import { ApiCachePolicy } from './constructs/api-cache-policy.ts'
import { folderFunctionCode, siteFunctionCode } from './constructs/edge-functions.ts'
import { asBucket, PrivateBucket } from './constructs/private-bucket.ts'
import { SiteHeaders } from './constructs/site-headers.ts'
import type { DataStack } from './data-stack.ts'
import type { Settings } from './settings.ts'
import type { Site } from './site.ts'

type Props = StackProps & {
  readonly settings: Settings
  readonly site: Site
  readonly data: DataStack
  readonly api: ApiStack
}

export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { settings, site, data, api, ...props }: Props) {
    super(scope, id, props)
    const removalPolicy = settings.isProd ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
    const bucket = new PrivateBucket(this, 'Site', {
      removalPolicy,
      accessLogs: { none: 'It holds what the site shows to everybody, and CloudFront alone reads it.' },
    })
    const published = S3BucketOrigin.withOriginAccessControl(
      Bucket.fromBucketName(this, 'Published', data.definitions.bucketName),
    )
    const uploads = asBucket(data.uploads)
    const headers = new SiteHeaders(this, 'Headers', { headers: site.headers, uploads }).policy
    const files = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
      compress: true,
    } satisfies Partial<BehaviorOptions>

    const ofSite = {
      ...files,
      origin: S3BucketOrigin.withOriginAccessControl(asBucket(bucket)),
      ...this.before('SitePaths', siteFunctionCode(site)),
    }

    const distribution = new Distribution(this, 'Distribution', {
      comment: `Échéance ${settings.stage}`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(settings.certificateArn
        ? {
            domainNames: [new URL(settings.siteOrigin).hostname],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', settings.certificateArn),
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
      defaultBehavior: ofSite,
      additionalBehaviors: {
        ...Object.fromEntries(
          Object.entries(site.headersByPath).map(([start, headers]) => {
            const { policy } = new SiteHeaders(this, `Headers${start.replaceAll('/', '')}`, {
              headers,
              uploads,
            })
            return [`${start}*`, { ...ofSite, responseHeadersPolicy: policy }]
          }),
        ),
        '/forms/*': { ...files, origin: published },
        '/remplir/*': { ...files, origin: published, ...this.before('FolderPaths', folderFunctionCode) },
        '/.well-known/*': { ...files, origin: published },
        '/api/*': {
          origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.gateway.api.apiEndpoint)), {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachedMethods: CachedMethods.CACHE_GET_HEAD,
          cachePolicy: new ApiCachePolicy(this, 'ApiReplies', { settings }),
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: headers,
          compress: true,
        },
      },
    })
    new CfnManagedLoginBranding(this, 'SignInPages', {
      userPoolId: api.people.pool.userPoolId,
      clientId: api.people.client.userPoolClientId,
      useCognitoProvidedValues: true,
    })
    for (const [name, value] of Object.entries({
      SiteBucket: bucket.bucketName,
      DistributionDomain: distribution.distributionDomainName,
    })) {
      new CfnOutput(this, name, { value })
    }
    acknowledge(distribution, settings)
    Validations.of(this).acknowledge({
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
      reason: 'The bucket’s own stack lets CloudFront read it (data-stack.ts).',
    })
  }

  private before(id: string, code: string): Pick<BehaviorOptions, 'functionAssociations'> {
    const edge = new EdgeFunction(this, id, {
      code: FunctionCode.fromInline(code),
      runtime: FunctionRuntime.JS_2_0,
    })
    return { functionAssociations: [{ function: edge, eventType: FunctionEventType.VIEWER_REQUEST }] }
  }
}

const acknowledge = (distribution: Distribution, { certificateArn }: Settings): void => {
  Validations.of(distribution).acknowledge(
    {
      id: 'AwsSolutions-CFR1',
      reason: 'Overseas départements and people on the move use it: no country is shut out.',
    },
    {
      id: 'AwsSolutions-CFR2',
      reason:
        'The site is static files; the API throttles, checks tokens before any function runs and reads bodies by strict schemas.',
    },
    {
      id: 'AwsSolutions-CFR3',
      reason:
        'Who looks at static pages is nobody’s business (RGPD, minimisation); requests to the API and to the buckets are logged there.',
    },
    ...(certificateArn
      ? []
      : [
          {
            id: 'AwsSolutions-CFR4',
            reason:
              'In dev, without a domain of its own, CloudFront’s certificate sets the protocol; prod asks for TLS 1.2.',
          },
        ]),
  )
}
