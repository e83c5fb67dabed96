#pragma once
// JSON Schema (2020-12) of plan files, made from the field tables: for editors, scripts and checks outside of this program.
// Must not know: particular records, the string catalogue (texts are handed in).
#include <functional>
#include <string>
#include <string_view>

namespace rancang {

// text_of("record.agency.name") and the like become titles and descriptions; without it there are none. The reader itself takes more than the schema
// says (FORMAT.md 3): the schema is what a good file looks like.
std::string json_schema(std::function<std::string(std::string_view key)> const& text_of = {});

}  // namespace rancang
