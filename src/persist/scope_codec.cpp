#include "persist/scope_codec.hpp"

#include "persist/json_walk.hpp"

namespace rancang {
namespace {
void take(SliceScope& scope, std::string_view key, std::string_view text) {
  if (key == "agency") scope.agency = parse_ulid(text).value_or(Ulid());
  else if (key == "issued_by") scope.issued_by = parse_replica(text).value_or(ReplicaId());
  else if (key == "issued_on") scope.issued_on = parse_iso_date(text);
  else if (key == "due") scope.due = parse_iso_date(text);
  else if (key == "message") scope.message = text;
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  if (out.back() != '{') out += ',';
  json::append_string(out, key);
  out += ':';
  json::append_string(out, text);
}
}  // namespace

SliceScope parse_scope(std::string_view text) {
  SliceScope scope;
  json::Scanner scan(text);
  json::walk_object(scan, [&](std::string_view key) {
    std::string const name(key);
    std::string_view value;
    if (scan.peek() != '"') return scan.skip(value);
    if (!scan.string(value)) return false;
    take(scope, name, value);
    return true;
  });
  scope.raw = text;
  return scope;
}

void append_scope(std::string& out, SliceScope const& scope) {
  if (!scope.raw.empty() && parse_scope(scope.raw) == scope) {
    out += scope.raw;
    return;
  }
  std::string text = "{";
  if (scope.agency) append_member(text, "agency", ulid_text(scope.agency));
  if (scope.issued_by) append_member(text, "issued_by", replica_text(scope.issued_by));
  if (scope.issued_on) append_member(text, "issued_on", iso_date(*scope.issued_on));
  if (scope.due) append_member(text, "due", iso_date(*scope.due));
  append_member(text, "message", scope.message);
  out += text + '}';
}

}  // namespace rancang
