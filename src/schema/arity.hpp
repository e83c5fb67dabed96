#pragma once
// arity<R>(): how many members an aggregate has, so that a table of its fields can be compared with it (aggregates with containers and optionals; no C
// arrays, no bases).
// Must not know: schemas, values.
#include <cstddef>
#include <utility>

namespace rancang {

namespace detail {
struct AnyMember {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor): only named in unevaluated operands
};
template <class R, std::size_t... I>
constexpr bool braces_with(std::index_sequence<I...>) {
  return requires { R{((void)I, AnyMember{})...}; };
}
template <class R, std::size_t N>
constexpr std::size_t arity_from() {
  if constexpr (N == 0) {
    return 0;
  } else if constexpr (braces_with<R>(std::make_index_sequence<N>{})) {
    return N;
  } else {
    return arity_from<R, N - 1>();
  }
}
}  // namespace detail

constexpr std::size_t most_members = 64;
template <class R>
constexpr std::size_t arity() {
  return detail::arity_from<R, most_members>();
}

}  // namespace rancang
