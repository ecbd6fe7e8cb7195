/** How deep elements of a message may nest, envelope included. */
export const DEPTH_LIMIT = 64;
/** How many attributes one element may have. */
export const ATTRIBUTE_LIMIT = 64;
