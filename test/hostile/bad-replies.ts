import type { BadReply } from "./corpus.js";
import { replies as body } from "./replies/body.js";
import { replies as charset } from "./replies/charset.js";
import { replies as contentEncoding } from "./replies/content-encoding.js";
import { replies as depthAndAttributes } from "./replies/depth-and-attributes.js";
import { replies as doctypeAndEntities } from "./replies/doctype-and-entities.js";
import { replies as envelope } from "./replies/envelope.js";
import { replies as faults } from "./replies/faults.js";
import { replies as httpStatus } from "./replies/http-status.js";
import { replies as malformedXml } from "./replies/malformed-xml.js";
import { replies as mediaType } from "./replies/media-type.js";
import { replies as namespaces } from "./replies/namespaces.js";
import { replies as nil } from "./replies/nil.js";
import { replies as prototypeNames } from "./replies/prototype-names.js";
import { replies as quadraticBait } from "./replies/quadratic-bait.js";
import { replies as requiredAndDuplicates } from "./replies/required-and-duplicates.js";
import { replies as resultLiterals } from "./replies/result-literals.js";
import { replies as size } from "./replies/size.js";
import { replies as structure } from "./replies/structure.js";
import { replies as values } from "./replies/values.js";

/** The bad replies by class; each class has a file of its own. */
export const BAD_REPLIES: ReadonlyMap<string, readonly BadReply[]> = new Map(
  Object.entries({
    body,
    charset,
    "content-encoding": contentEncoding,
    "depth-and-attributes": depthAndAttributes,
    "doctype-and-entities": doctypeAndEntities,
    envelope,
    faults,
    "http-status": httpStatus,
    "malformed-xml": malformedXml,
    "media-type": mediaType,
    namespaces,
    nil,
    "prototype-names": prototypeNames,
    "quadratic-bait": quadraticBait,
    "required-and-duplicates": requiredAndDuplicates,
    "result-literals": resultLiterals,
    size,
    structure,
    values,
  }),
);
