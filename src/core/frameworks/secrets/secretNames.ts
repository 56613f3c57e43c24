/** Names of values that are a secret themselves, and not its id, its name, its hash or when it ends. */
const secret =
  /^(?!(hashed|encrypted|masked|redacted|obfuscated|has|is|no|forgot|reset|change|invalid|wrong|missing)_)(\w+_)?(password|passwd|passphrase|pwd|secret_?key|client_secret|api_?key|api_?secret|access_?token|refresh_?token|id_token|auth_?token|bearer_?token|session_?token|csrf_?token|jwt_?token|private_?key|signing_?key|signing_secret|encryption_?key|webhook_secret)$/i;

/** Keys of headers and cookies that say who somebody is. */
const header = /^(proxy-)?authorization$|^(set-)?cookie$|^x-(api-key|auth-token|access-token)$/i;

/**
 * Whether a value of that name is a secret. `token` and `secret` alone are none: many a token is a part of a text, and
 * many a secret is the object that holds one.
 */
export function isSecretName(name: string): boolean {
  return secret.test(name) || header.test(name);
}

/** Functions that make a secret, by their names: `create_access_token`, `generate_jwt`. */
export function isIssuerName(name: string): boolean {
  return /^_?(create|generate|make|issue|encode|sign|mint|new)_(\w+_)?(token|jwt|api_?key|password|secret)(_for_\w+)?$/i.test(
    name,
  );
}

/** Functions of libraries that make a secret, by their dotted names. */
export const issuers =
  /^(secrets\.token_(urlsafe|hex|bytes)|jwt\.encode|jwt\.api_jwt\.encode|jose\.jwt\.encode|authlib\.jose\.jwt\.encode|fastapi_users\.jwt\.generate_jwt)$/;
