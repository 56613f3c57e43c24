import * as z from "zod";

/** How pictures are drawn. */
export const pictureOptions = z.object({
  /** Pixels of a picture for one of its own. */
  scale: z.number().positive().max(10).default(2),
  /** A colour of CSS. */
  background: z.string().default("white"),
  theme: z.enum(["default", "neutral", "dark", "forest", "base"]).default("default"),
});
export type PictureOptions = z.output<typeof pictureOptions>;
