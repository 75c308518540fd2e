/**
 * Reads the client secret where it lies, when somebody first signs in; undefined where the provider gave none. It is in no setting, so
 * whoever may look at a function's settings does not see it.
 *
 * @param arn its name in AWS Secrets Manager
 */
export const clientSecretAt = (arn: string | undefined) => async (): Promise<string | undefined> => {
  if (arn === undefined) return undefined;
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const { SecretString } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId: arn }),
  );
  if (!SecretString) throw new Error('The client secret of the identity provider is empty');
  return SecretString;
};
