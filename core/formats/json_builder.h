#pragma once

#include "core/base/error.h"

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace rb::formats {

/// Builds one JSON value from what a parser tells, as nlohmann's own builder does, but without asking a function
/// about each piece, which takes most of the time of reading a large file. begin() comes before each value.
class JsonBuilder {
public:
    void begin() {
        m_value = nullptr;
        m_open.clear();
    }
    /// The value is whole.
    bool isDone() const { return m_open.empty(); }
    nlohmann::json& value() { return m_value; }

    template <typename Value>
    void put(Value&& value) {
        place(nlohmann::json(std::forward<Value>(value)));
    }
    void open(nlohmann::json::value_t kind) { m_open.push_back(place(nlohmann::json(kind))); }
    void key(std::string& name) { m_member = &(*m_open.back())[std::move(name)]; }
    void close() { m_open.pop_back(); }

private:
    nlohmann::json* place(nlohmann::json&& value) {
        nlohmann::json* target = m_open.empty() ? &m_value : m_member;
        if (!m_open.empty() && m_open.back()->is_array()) target = &m_open.back()->emplace_back(std::move(value));
        else *target = std::move(value);
        return target;
    }

    nlohmann::json m_value;
    nlohmann::json* m_member = nullptr;  ///< that the last key made
    std::vector<nlohmann::json*> m_open; ///< lists and objects; only the last one grows, so that none moves
};

/// What a parser of nlohmann-json tells, for classes that care for values alone: derived classes have
/// `bool scalar(Value&&)`, `bool open(kind)`, `bool close()` and `bool key(std::string&)`.
template <typename Derived>
class JsonEvents {
public:
    using json = nlohmann::json;

    bool null() { return self().scalar(nullptr); }
    bool boolean(bool value) { return self().scalar(value); }
    bool number_integer(json::number_integer_t value) { return self().scalar(value); }
    bool number_unsigned(json::number_unsigned_t value) { return self().scalar(value); }
    bool number_float(json::number_float_t value, const std::string&) { return self().scalar(value); }
    bool string(std::string& value) { return self().scalar(std::move(value)); }
    bool binary(json::binary_t&) { return true; }
    bool start_object(std::size_t) { return self().open(json::value_t::object); }
    bool start_array(std::size_t) { return self().open(json::value_t::array); }
    bool end_object() { return self().close(); }
    bool end_array() { return self().close(); }
    bool parse_error(std::size_t byte, const std::string&, const json::exception& error) {
        constexpr int kNumberOverflow = 406;
        m_badByte = byte;
        m_isTooLarge = error.id == kNumberOverflow;
        return false;
    }

protected:
    std::size_t m_badByte = 0;  ///< where the text is no JSON, from 1; 0: nowhere
    bool m_isTooLarge = false;  ///< it holds a number that is

private:
    Derived& self() { return static_cast<Derived&>(*this); }
};

} // namespace rb::formats
