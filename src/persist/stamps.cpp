#include "persist/stamps.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/order.hpp"
#include "persist/json_walk.hpp"

namespace rancang {
namespace {
using json::Scanner;

// Past the limit nobody could write after having seen it (model/causal.cpp).
bool parse_counter(std::string_view text, std::uint32_t& out) {
  constexpr std::uint32_t most = std::uint32_t{1} << 31;
  auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
  return failure == std::errc() && end == text.data() + text.size() && out > 0 && out <= most && text[0] != '0';
}

bool parse_dot(std::string_view text, ShortNames const& names, Dot& out) {
  auto const colon = text.find(':');
  if (colon == std::string_view::npos || !parse_counter(text.substr(colon + 1), out.counter)) return false;
  auto const replica = names.find(text.substr(0, colon));
  if (replica) out.replica = *replica;
  return replica.has_value();
}

bool scan_dot(Scanner& scan, ShortNames const& names, Dot& out) {
  std::string_view text;
  return scan.string(text) && parse_dot(text, names, out);
}

bool scan_seen(Scanner& scan, ShortNames const& names, Stamps& out) {
  return json::walk_object(scan, [&](std::string_view key) {
    auto const replica = names.find(key);
    std::string_view number;
    Dot dot;
    if (!replica || !scan.number(number) || !parse_counter(number, dot.counter)) return false;
    dot.replica = *replica;
    out.seen.push_back(dot);
    return true;
  });
}

bool scan_fields(Scanner& scan, ShortNames const& names, Stamps& out) {
  return json::walk_object(scan, [&](std::string_view key) {
    std::string name(key);
    Dot dot;
    if (!scan_dot(scan, names, dot)) return false;
    if (name == "*") {
      if (out.base) return false;
      out.base = dot;
    }
    if (name != "*") out.fields.emplace_back(std::move(name), dot);
    return true;
  });
}

bool scan_others(Scanner& scan, ShortNames const& names, Stamps& out) {
  return json::walk_object(scan, [&](std::string_view key) {
    std::string const name(key);
    return json::walk_array(scan, [&] {
      std::string_view raw;
      Dot dot;
      if (!scan.take('[') || !scan.skip(raw) || !scan.take(',') || !scan_dot(scan, names, dot) || !scan.take(']')) return false;
      out.others.push_back({name, std::string(raw), dot});
      return true;
    });
  });
}

bool scan_alive(Scanner& scan, ShortNames const& names, Stamps& out) {
  return json::walk_array(scan, [&] {
    out.alive.emplace_back();
    return scan_dot(scan, names, out.alive.back());
  });
}

// One dot per replica, the latest.
void unite(std::vector<Dot>& seen) {
  sort_list(seen, [](Dot a, Dot b) { return a.replica != b.replica ? a.replica < b.replica : a.counter > b.counter; });
  seen.erase(std::unique(seen.begin(), seen.end(), [](Dot a, Dot b) { return a.replica == b.replica; }), seen.end());
}

// The least that somebody must have seen who holds these stamps.
void raise_to_stamps(Stamps const& stamps, std::vector<Dot>& seen) {
  seen.push_back(stamps.base);
  for (auto const& [key, dot] : stamps.fields) seen.push_back(dot);
  seen.insert(seen.end(), stamps.alive.begin(), stamps.alive.end());
  for (auto const& other : stamps.others) seen.push_back(other.dot);
  unite(seen);
}

// A key that stands twice in a file line; normal text has none.
bool names_a_field_twice(Stamps const& stamps) {
  std::vector<std::string_view> keys;
  for (auto const& [key, dot] : stamps.fields) keys.push_back(key);
  sort_list(keys);
  return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

void append_dot(std::string& out, Dot dot, ShortNames const& names) {
  out += '"';
  names.append(out, dot.replica);
  out += ':';
  json::append_integer(out, dot.counter);
  out += '"';
}

void append_seen(std::string& out, Stamps const& stamps, ShortNames const& names) {
  std::vector<Dot> least;
  raise_to_stamps(stamps, least);
  if (least == stamps.seen) return;
  out += "\"seen\":{";
  for (std::size_t i = 0; i < stamps.seen.size(); ++i) {
    out += i == 0 ? "\"" : ",\"";
    names.append(out, stamps.seen[i].replica);
    out += "\":";
    json::append_integer(out, stamps.seen[i].counter);
  }
  out += "},";
}

}  // namespace

void Stamps::clear() {
  seen.clear();
  base = {};
  fields.clear();
  alive.clear();
  others.clear();
}

bool Stamps::is_fresh() const {
  auto const only = [&](std::vector<Dot> const& dots) { return dots.size() == 1 && dots[0] == base; };
  return fields.empty() && others.empty() && only(seen) && only(alive);
}

bool parse_field_stamps(std::string_view text, ShortNames const& names, Stamps& out) {
  Scanner scan(text);
  return scan_fields(scan, names, out) && scan.at_end();
}

bool parse_others(std::string_view text, ShortNames const& names, Stamps& out) {
  Scanner scan(text);
  return scan_others(scan, names, out) && scan.at_end();
}

bool parse_stamps(std::string_view text, ShortNames const& names, Stamps& out) {
  out.clear();
  Scanner scan(text);
  if (scan.peek() == '"') {
    if (!scan_dot(scan, names, out.base)) return false;
    out.seen = out.alive = {out.base};
    return scan.at_end();
  }
  unsigned given = 0;
  auto const once = [&](unsigned bit) { return (std::exchange(given, given | bit) & bit) == 0; };
  bool const whole = json::walk_object(scan, [&](std::string_view key) {
    if (key == "seen") return once(1) && scan_seen(scan, names, out);
    if (key == "stamps") return once(2) && scan_fields(scan, names, out);
    if (key == "alive") return once(4) && scan_alive(scan, names, out);
    return key == "others" && once(8) && scan_others(scan, names, out);
  });
  std::size_t const given_seen = out.seen.size();
  unite(out.seen);
  if (!whole || !scan.at_end() || !out.base || names_a_field_twice(out) || out.seen.size() != given_seen) return false;
  raise_to_stamps(out, out.seen);
  sort_list(out.alive);
  return true;
}

void append_field_stamps(std::string& out, Stamps const& stamps, ShortNames const& names, char before) {
  for (auto const& [key, dot] : stamps.fields) {
    if (before) out += before;
    json::append_string(out, key);
    out += ':';
    append_dot(out, dot, names);
    before = ',';
  }
}

// "name":[["…","a:2"],…],…  Alternatives of one field follow each other.
void append_others(std::string& out, std::vector<Stamps::Other> const& others, ShortNames const& names) {
  out += '{';
  for (std::size_t i = 0; i < others.size(); ++i) {
    bool const first = i == 0 || others[i - 1].key != others[i].key;
    if (first && i > 0) out += "],";
    if (first) {
      json::append_string(out, others[i].key);
      out += ":[";
    } else {
      out += ',';
    }
    out += '[';
    out += others[i].json;
    out += ',';
    append_dot(out, others[i].dot, names);
    out += ']';
  }
  out += others.empty() ? "}" : "]}";
}

void append_stamps(std::string& out, Stamps const& stamps, ShortNames const& names) {
  if (stamps.is_fresh()) return append_dot(out, stamps.base, names);
  out += '{';
  append_seen(out, stamps, names);
  out += "\"stamps\":{\"*\":";
  append_dot(out, stamps.base, names);
  append_field_stamps(out, stamps, names, ',');
  out += "},\"alive\":[";
  for (std::size_t i = 0; i < stamps.alive.size(); ++i) {
    if (i > 0) out += ',';
    append_dot(out, stamps.alive[i], names);
  }
  out += ']';
  if (!stamps.others.empty()) {
    out += ",\"others\":";
    append_others(out, stamps.others, names);
  }
  out += '}';
}

}  // namespace rancang
