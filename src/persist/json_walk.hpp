#pragma once
// Walking the members of an object or the elements of an array with a Scanner.
// Must not know: what they mean.
#include <string_view>
#include <utility>

#include "persist/json_text.hpp"

namespace rancang::json {

// read(key) takes the value and says whether to go on; the key holds until the next string is scanned.
template <class Read>
bool walk_object(Scanner& scan, Read&& read) {
  if (!scan.take('{')) return false;
  if (scan.take('}')) return true;
  do {
    std::string_view key;
    if (!scan.string(key) || !scan.take(':') || !read(key)) return false;
  } while (scan.take(','));
  return scan.take('}');
}

template <class Read>
bool walk_array(Scanner& scan, Read&& read) {
  if (!scan.take('[')) return false;
  if (scan.take(']')) return true;
  do {
    if (!read()) return false;
  } while (scan.take(','));
  return scan.take(']');
}

}  // namespace rancang::json
