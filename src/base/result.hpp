#pragma once
// Failures as values: an Error carries a stable id and the facts for its sentence; Result<T> is either a T or an Error.
// The sentence itself lives in the string catalogue under "error.<id>".
// Must not know: languages, screens, exceptions.
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rancang {

struct Error {
  std::string id;                 // stable, e.g. "file.truncated"; catalogue key "error.file.truncated"
  std::vector<std::string> args;  // placeholders {0}, {1} … of the sentence
};

inline Error error(std::string id, std::vector<std::string> args = {}) { return {std::move(id), std::move(args)}; }

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor): reads as a value
  Result(Error failure) : state_(std::in_place_index<1>, std::move(failure)) {}  // NOLINT(google-explicit-constructor)
  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return *std::get_if<0>(&state_); }
  T const& operator*() const { return *std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }
  T const* operator->() const { return std::get_if<0>(&state_); }
  Error const& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

struct Nothing {};  // Result<Nothing>: an operation that only can fail

}  // namespace rancang
