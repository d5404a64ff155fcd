#!/bin/sh
# Build static/portal from frontend/: one style sheet, one script, fonts, images, licences. The result is committed;
# node is not needed to run the portal. Usage: frontend/build_assets.sh (called by `make assets`)
set -eu
cd "$(dirname "$0")"
OUT=../static/portal
PYTHON=${PYTHON:-../.venv/bin/python}
[ -d node_modules ] || npm ci --ignore-scripts --no-audit --no-fund
MOJ=node_modules/@ministryofjustice/frontend

rm -rf "$OUT"
mkdir -p "$OUT/fonts" "$OUT/images"
node node_modules/sass/sass.js --style=compressed --no-source-map --no-error-css --quiet-deps \
    --load-path=. scss/main.scss "$OUT/portal.css"
node_modules/.bin/esbuild js/portal.mjs --bundle --format=iife --target=es2017 --minify --legal-comments=eof \
    --log-level=warning --outfile="$OUT/portal.js"
"$PYTHON" fonts.py node_modules/@fontsource/public-sans "$OUT/fonts"
cp images/favicon.svg "$OUT/images/"
for image in $(grep -o 'images/[a-z0-9-]*\.[a-z]*' "$OUT/portal.css" | sort -u); do
    cp "$MOJ/moj/assets/$image" "$OUT/images/"
done
cp node_modules/axe-core/axe.min.js ../tests/browser/vendor/axe.min.js
