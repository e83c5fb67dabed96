#pragma once
// The languages of the interface and of the books, Indonesian first.
// For: the string catalogue, number text, documents made in one language.
// Must not know: where the choice is kept or how it is made.

namespace rancang {

enum class Language { id, en };

}  // namespace rancang
