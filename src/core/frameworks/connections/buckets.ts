import { type CallV, externalName, optionsOf, textOf, type Value } from "../../evaluation/value";
import { clientOf } from "../dependencies/clients";
import type { ConnectionArgument } from "./connectionArguments";

/** Positions of the bucket among the arguments of the methods of each client that take one. */
const positions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/s3.html
  aws: {
    upload_file: 1,
    upload_fileobj: 1,
    download_file: 0,
    download_fileobj: 0,
    Bucket: 0,
    Object: 0,
  },
  // https://min.io/docs/minio/linux/developers/python/API.html
  minio: {
    put_object: 0,
    get_object: 0,
    fput_object: 0,
    fget_object: 0,
    bucket_exists: 0,
    make_bucket: 0,
    remove_object: 0,
    list_objects: 0,
    stat_object: 0,
    presigned_get_object: 0,
    presigned_put_object: 0,
  },
  // https://cloud.google.com/python/docs/reference/storage/latest/google.cloud.storage.client.Client
  gcs: { bucket: 0, get_bucket: 0, create_bucket: 0, lookup_bucket: 0 },
};

/** The bucket that a method of an object store's client is given. */
export function bucketArguments({ func, args, keywords }: CallV): readonly ConnectionArgument[] {
  if (func.kind !== "attribute") return [];
  const store = optionsOf(func.value)
    .map(storeOf)
    .find((one) => one !== undefined);
  if (store === undefined) return [];
  const at = positions[store]?.[func.attr];
  const params = keywords.get("Params");
  const inParams =
    params?.kind === "dict"
      ? params.entries.find(({ key }) => textOf(key) === "Bucket")?.value
      : undefined;
  const value =
    keywords.get("Bucket") ??
    keywords.get("bucket_name") ??
    inParams ??
    (at === undefined ? undefined : args[at]);
  return value === undefined ? [] : [{ role: "bucket", value, to: `${store} ${func.attr}` }];
}

/** The object store whose client a value is. */
function storeOf(value: Value): string | undefined {
  const call = value.kind === "call" ? value : undefined;
  const name = externalName(call?.func ?? (value.kind === "some" ? value.type : undefined)) ?? "";
  if (/^(minio|miniopy_async)\.Minio$/.test(name)) return "minio";
  const kind = call && clientOf(call)?.kind;
  if (kind === "gcs" || name === "google.cloud.storage.Client") return "gcs";
  return kind === "s3" ? "aws" : undefined;
}
