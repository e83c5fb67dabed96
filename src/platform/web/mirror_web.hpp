#pragma once
// Hands the list of named things on the screen to the accessible mirror (web/mirror.js) once the screen rests, and passes presses back.
// Must not know: what the items mean.

namespace rancang::web {

void mirror_is_due();  // the picture has changed

}  // namespace rancang::web
