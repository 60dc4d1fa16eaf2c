-- Letters that Unicode does not take apart into a base letter and an accent stand with the letters they look like, as in
-- lib/fold.ts. Indexes made with the function are made anew.
CREATE OR REPLACE FUNCTION sort_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
	coalesce(nullif(replace(replace(replace(replace(translate(regexp_replace(lower(normalize(value, NFKD) COLLATE "C"), '[\u0300-\u036f]', '', 'g'), 'øØłŁđĐðÐıÆŒÞẞ', 'oollddddiæœþß'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), ''), U&'\+10FFFF') COLLATE "C";--> statement-breakpoint
REINDEX TABLE "mirror_customers";--> statement-breakpoint
REINDEX TABLE "mirror_subscriptions";
