/** Floor 5: curves as pictures, drawn once and written as SVG and PNG. */
package org.nlcen.study.figure;
